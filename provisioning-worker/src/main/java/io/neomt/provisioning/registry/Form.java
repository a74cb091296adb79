package io.neomt.provisioning.registry;

/** Refuses what is not as it has to be. */
final class Form {

    private Form() {}

    static void require(boolean holds, String field, String issue) {
        if (!holds) {
            throw new InvalidConnectionException(field, issue);
        }
    }
}
