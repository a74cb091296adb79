package io.neomt.deploy.cli.projections;

import io.neomt.deploy.cli.access.Print;
import io.neomt.deploy.cli.access.Session;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is to become of one event, and why. */
final class Intervention {

    @Parameters(index = "0", paramLabel = "TENANT", description = "Slug or id.")
    private String tenant = "";

    @Parameters(index = "1", paramLabel = "POSITION", description = "Where the event stands, as 'parked' shows it.")
    private long position;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "For those who ask later why.")
    private String reason = "";

    /**
     * @param what {@code skip} or {@code patch}
     * @param done as the user reads it
     */
    int send(Session session, String what, String done, Map<String, Object> more) {
        String id = new Parked(session).tenantId(tenant);
        Map<String, Object> body = new LinkedHashMap<>(more);
        body.put("reason", reason);
        return Print.done(
                session,
                session.command("/api/v1/admin/tenants/" + id + "/events/" + position + "/" + what, body),
                done + " position " + position + " of " + tenant);
    }
}
