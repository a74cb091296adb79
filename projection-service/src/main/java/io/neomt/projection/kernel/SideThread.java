package io.neomt.projection.kernel;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does one thing after the other for somebody who goes on meanwhile, and waits for it before what comes of it is used. */
public final class SideThread implements AutoCloseable {

    // not virtual, as the threads are not on which tenants are worked on
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());

    public <T> Future<T> begin(Callable<T> work) {
        return thread.submit(work);
    }

    /** What comes of it; it fails as the work did. */
    public static <T> T outcome(Future<T> begun) {
        try {
            return begun.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("something went wrong on a thread beside this one", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the service is stopping", e);
        }
    }

    /** Waits for what was begun. */
    @Override
    public void close() {
        thread.close();
    }
}
