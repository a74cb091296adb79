package io.neomt.deploy.cli.command;

import io.neomt.deploy.cli.client.PlatformClient;

/** Which realm issues the tokens of a tenant's users. */
final class Realms {

    private Realms() {}

    static String of(PlatformClient platform, String tenant) {
        return tenant.equals("platform") ? platform.platformRealm() : "tenant-" + tenant;
    }
}
