package io.neomt.provisioning.registry;

/** Servers for tests. */
final class Servers {

    private Servers() {}

    static ServerFacts facts(long timeline, boolean inRecovery) {
        return new ServerFacts(
                170_002, "42", timeline, inRecovery, inRecovery ? 0L : null, 8_000_000, null, true, true);
    }
}
