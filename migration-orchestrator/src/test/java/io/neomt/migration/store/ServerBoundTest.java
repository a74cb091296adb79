package io.neomt.migration.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class ServerBoundTest {

    private final Map<String, String> servers = Map.of("a", "one:5432", "b", "one:5432", "c", "two:5432");
    private final ServerBound bound = new ServerBound(name -> Objects.requireNonNull(servers.get(name)), 3);

    @Test
    void connectionsToOneServerShareItsBoundAndThoseToAnotherDoNot() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<ServerBound.Held> waiting;
            try (ServerBound.Held _ = bound.hold("a", 2)) {
                waiting = CompletableFuture.supplyAsync(() -> bound.hold("b", 2), threads);
                bound.hold("c", 3).close();
                assertThat(waiting).isNotDone();
            }
            waiting.join().close();
        }
    }

    @Test
    void whoeverWantsMoreThanTheBoundGetsAllOfIt() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<ServerBound.Held> waiting;
            try (ServerBound.Held _ = bound.hold("a", 5)) {
                waiting = CompletableFuture.supplyAsync(() -> bound.hold("a", 1), threads);
                assertThat(waiting).isNotDone();
            }
            waiting.join().close();
        }
    }
}
