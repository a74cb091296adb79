package io.neomt.e2e.faults;

import io.neomt.deploy.cli.platform.ServiceName;
import java.io.IOException;
import java.util.List;

/** What happens to the provisioning worker. */
final class Workers {

    private static final int WANTED = 4;

    private Workers() {}

    /** Killed when the first of several tenants is made; another one makes the others, each of which then is usable. */
    static String killed(FaultPlatform platform, Load load) throws IOException, InterruptedException {
        List<String> wanted = platform.request(WANTED);
        platform.awaitActive(wanted.getFirst());
        platform.service(ServiceName.PROVISIONING_WORKER).kill();
        platform.start(ServiceName.PROVISIONING_WORKER).awaitReady();
        for (String tenant : wanted) {
            platform.awaitActive(tenant);
            // gives and takes a permission, and asks about it
            new Watcher(platform, load.ledger(), new Steady(platform, load.ledger(), tenant), tenant);
        }
        return "";
    }
}
