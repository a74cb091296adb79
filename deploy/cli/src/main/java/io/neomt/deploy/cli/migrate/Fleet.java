package io.neomt.deploy.cli.migrate;

import io.neomt.deploy.cli.access.Query;
import io.neomt.deploy.cli.access.Session;
import io.neomt.deploy.cli.client.Answer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The service that migrates, as somebody who is signed in asks it. */
record Fleet(Session session) {

    private static final String MIGRATIONS = "/api/v1/admin/migrations";
    private static final String LARGEST_PART = "500";

    Answer get(String path) {
        return session.migrations("GET", MIGRATIONS + path, null);
    }

    Answer post(String path, @Nullable Object body) {
        return session.migrations("POST", MIGRATIONS + path, body);
    }

    Answer migrate(String tenant) {
        return session.migrations("POST", "/api/v1/admin/tenants/" + tenant + "/migrate", null);
    }

    JsonNode run(String id) {
        return get("/runs/" + id).data();
    }

    /**
     * Everything that is found, part after part.
     *
     * @param filters names and values in turns; a name without a value is left out
     */
    List<JsonNode> all(String path, @Nullable String... filters) {
        List<JsonNode> all = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            @Nullable String[] pairs = new String[filters.length + 4];
            System.arraycopy(filters, 0, pairs, 4, filters.length);
            pairs[0] = "limit";
            pairs[1] = LARGEST_PART;
            pairs[2] = "cursor";
            pairs[3] = cursor;
            Answer part = get(path + Query.of(pairs));
            part.data().forEach(all::add);
            cursor = part.body()
                    .path("pagination")
                    .path("next_cursor")
                    .stringValueOpt()
                    .orElse(null);
        } while (cursor != null);
        return all;
    }
}
