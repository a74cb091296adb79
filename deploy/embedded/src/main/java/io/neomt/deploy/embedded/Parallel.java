package io.neomt.deploy.embedded;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Does several things at once and waits for all of them. */
final class Parallel {

    private Parallel() {}

    interface Work {
        void run() throws IOException, InterruptedException;
    }

    /** @throws StackException or what else failed first; later failures are often only its consequence */
    static void run(List<Work> works) {
        ConcurrentLinkedQueue<Exception> failures = new ConcurrentLinkedQueue<>();
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("stack-", 0).factory())) {
            for (Work work : works) {
                threads.execute(() -> {
                    try {
                        work.run();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        failures.add(e);
                    } catch (IOException | RuntimeException e) {
                        failures.add(e);
                    }
                });
            }
        }
        Exception first = failures.poll();
        if (first == null) {
            return;
        }
        StackException thrown =
                first instanceof StackException told ? told : new StackException("The stack failed: " + first, first);
        failures.forEach(thrown::addSuppressed);
        throw thrown;
    }
}
