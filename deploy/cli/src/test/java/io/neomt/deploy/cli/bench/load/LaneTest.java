package io.neomt.deploy.cli.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaneTest {

    private static final int STALLED_MILLIS = 500;

    @TempDir
    private Path folder;

    @Test
    void whoeverWouldHaveComeDuringAStallCountsTheirWaiting() throws IOException {
        AtomicInteger turn = new AtomicInteger();
        CountDownLatch never = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(threads);
            server.createContext("/", exchange -> {
                if (turn.incrementAndGet() == 20) {
                    stall(never);
                }
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            });
            server.start();
            Tally found = load(server.getAddress().getPort());
            server.stop(0);
            // of a hundred a second for two seconds a quarter came during the stall, though only one of them was sent
            // then
            assertThat(found.millis(90.0)).isGreaterThan(STALLED_MILLIS / 5.0);
            assertThat(found.refused()).isZero();
        }
    }

    private Tally load(int port) throws IOException {
        Path file = folder.resolve("requests");
        RequestFile.write(file, List.of("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1)));
        Plan plan = new Plan(port, file, 100, 1, 0, 2);
        Tally tally = new Tally(plan.seconds());
        new Lane(plan, tally).run(System.nanoTime());
        return tally;
    }

    private static void stall(CountDownLatch never) throws IOException {
        try {
            boolean unused = never.await(STALLED_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
