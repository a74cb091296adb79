package io.neomt.e2e.faults;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.deploy.cli.platform.ServiceName;
import io.neomt.e2e.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What happens while all views are made anew beside those that are read and written. */
final class Anew {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String PROJECTIONS = "/api/v1/admin/projections";
    private static final List<String> VIEWS = List.of("permissionsets", "tenantschema");
    private static final int BETWEEN = 30;

    private Anew() {}

    /** The process that does it is killed; the next one goes on with it. */
    static String killed(FaultPlatform platform, Load load) throws IOException, InterruptedException {
        StringBuilder states = new StringBuilder();
        for (String view : VIEWS) {
            long id = begin(platform, view);
            platform.service(ServiceName.PROJECTION_SERVICE).kill();
            states.append(states.isEmpty() ? "" : ", ").append(view).append(' ').append(state(platform, id));
            platform.start(ServiceName.PROJECTION_SERVICE).awaitReady();
            done(platform, load, id);
        }
        return "when it was killed: " + states;
    }

    /** Another process takes over half of the tenants, and gives them back. */
    static String rebalanced(FaultPlatform platform, Load load) throws IOException, InterruptedException {
        ServiceProcess other = platform.another(ServiceName.PROJECTION_SERVICE);
        for (String view : VIEWS) {
            long id = begin(platform, view);
            load.goesOn(BETWEEN);
            done(platform, load, id);
        }
        other.awaitReady();
        long id = begin(platform, VIEWS.getFirst());
        other.end();
        done(platform, load, id);
        return "";
    }

    /** Without tenants' sets in the middle of it. */
    static String flushed(FaultPlatform platform, Load load) {
        long id = begin(platform, VIEWS.getFirst());
        String note = Caches.flushed(platform, load);
        ended(platform, id);
        return note;
    }

    private static long begin(FaultPlatform platform, String view) {
        Answer begun = platform.client(ServiceName.PROJECTION_SERVICE)
                .post(PROJECTIONS + "/" + view + "/rebuilds", Map.of("verify", true), Map.of())
                .orRefuse();
        return begun.data().path("rebuild").path("id").asLong();
    }

    /** What is right already differs from nothing. */
    private static void done(FaultPlatform platform, Load load, long id) {
        JsonNode rebuild = ended(platform, id);
        if (!rebuild.path("state").asString().equals("done")) {
            throw new AssertionError("a rebuild ended as " + rebuild);
        }
        if (rebuild.path("differences").asLong(0) > 0) {
            load.ledger().wrong("views that were right differed from those made anew: " + rebuild);
        }
    }

    private static JsonNode ended(FaultPlatform platform, long id) {
        Waiting.until("rebuild " + id + " is over", PATIENCE, () -> !state(platform, id)
                .equals("running"));
        return platform.client(ServiceName.PROJECTION_SERVICE)
                .get(PROJECTIONS + "/rebuilds/" + id, Map.of())
                .orRefuse()
                .data()
                .path("rebuild");
    }

    private static String state(FaultPlatform platform, long id) {
        return String.valueOf(
                platform.stores().admin().fetchValue("SELECT state FROM projections.rebuild WHERE id = ?", id));
    }
}
