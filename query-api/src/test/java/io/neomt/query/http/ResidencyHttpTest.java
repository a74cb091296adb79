package io.neomt.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.query.worlds.Ids;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A process that serves one region answers nothing about tenants of another, whatever lies in Redis. */
class ResidencyHttpTest {

    @Test
    void tenantsOfOtherRegionsAreNeitherCheckedNorRead() {
        String body = "{\"user_id\":\"%s\",\"permission\":\"posts.write.own\"}".formatted(Ids.user("ann"));
        try (QueryApi api = new QueryApi(Map.of("neo.residency.regions", "eu-west-1"))) {
            Client boss = api.as(api.acme, "boss");
            Client root = api.as(api.platform, "root");
            String acme = "/api/v1/tenants/" + api.acme.slug();

            assertThat(boss.post("/api/v1/check", body).is(421).text("/error/code"))
                    .isEqualTo("REGION_NOT_SERVED");
            boss.get("/api/v1/users").is(421);
            boss.get("/api/v1/roles").is(421);
            root.post(acme + "/check", body).is(421);
            root.get(acme + "/users").is(421);
            root.get("/api/v1/tenants/" + api.acme.id() + "/users").is(421);
            root.get("/api/v1/tenants/platform/users").is(200);
        }
    }
}
