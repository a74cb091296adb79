package io.neomt.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.query.worlds.Ids;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WithoutRedisHttpTest {

    @Test
    void everythingIsAnsweredFromPostgresAndHealthSaysSo() throws IOException {
        try (QueryApi api = new QueryApi(Map.of("neo.redis.url", "redis://127.0.0.1:" + freePort()))) {
            Client boss = api.as(api.acme, "boss");
            String body = "{\"user_id\":\"%s\",\"permission\":\"posts.write.own\"}".formatted(Ids.user("ann"));

            for (int i = 0; i < 20; i++) {
                assertThat(boss.post("/api/v1/check", body).is(200).text("/data/reason"))
                        .isEqualTo("granted");
            }
            boss.get("/api/v1/users").is(200);
            assertThat(api.nobody().get("/health").is(200).text("/status")).isEqualTo("degraded");
            assertThat(api.nobody().get("/metrics").is(200).response().body())
                    .contains("cache_operations_total{operation=\"read\",result=\"error\"}");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
