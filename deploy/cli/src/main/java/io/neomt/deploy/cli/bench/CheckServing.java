package io.neomt.deploy.cli.bench;

import io.neomt.deploy.cli.bench.load.Plan;
import io.neomt.deploy.cli.client.PlatformClient;
import io.neomt.deploy.cli.platform.ServiceName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Permission checks at a steady pace from a process of its own, whatever the answers take: one that waits for another counts
 * its waiting, too. Each is of another tenant than the one before.
 */
final class CheckServing implements AutoCloseable {

    private static final int A_SECOND = 200;
    private static final int CONNECTIONS = 32;
    /** It is ended by whoever began it, and ends by itself where nobody is left to do that. */
    private static final int LONGEST_SECONDS = 1_800;

    private static final double P99 = 0.99;
    private static final double BEARABLE = 1.5;

    private final LoadProcess.Heard load;

    /** A user of a tenant. */
    record Asked(String tenant, String user) {}

    CheckServing(Ground ground, BenchPlatform platform, List<Asked> users) throws IOException {
        PlatformClient client = platform.client();
        String token = client.token(client.platformRealm(), "admin");
        Path file = CheckLoad.file(
                ground,
                "serving",
                users.stream().map(user -> request(user, token)).toList());
        int port = platform.address(ServiceName.QUERY_API).getPort();
        load = LoadProcess.heard(new Plan(port, file, A_SECOND, CONNECTIONS, 0, LONGEST_SECONDS));
    }

    private static byte[] request(Asked user, String token) {
        return Requests.of(
                "POST",
                "/api/v1/tenants/" + user.tenant() + "/check",
                token,
                Map.of("user_id", user.user(), "permission", "posts.read.own"));
    }

    /** What the checks took since this was called the last time. */
    List<Duration> drained() {
        return load.drained();
    }

    /** How many were refused. */
    int refused() {
        return load.refused();
    }

    /** How long checks took while something else went on, beside what they took before. */
    static Row row(String meanwhile, List<Duration> before, List<Duration> during) {
        return Row.of("checks " + meanwhile + ", p99 at " + A_SECOND + "/s", Figures.millis(during, P99), "ms")
                .beside("the same before", Figures.millis(before, P99))
                .with("checks_before", before.size())
                .with("checks_during", during.size());
    }

    /** Whether checks took no more than half as long again. */
    static boolean isBearable(List<Duration> before, List<Duration> during) {
        return Figures.millis(during, P99) <= BEARABLE * Figures.millis(before, P99);
    }

    @Override
    public void close() {
        load.close();
    }
}
