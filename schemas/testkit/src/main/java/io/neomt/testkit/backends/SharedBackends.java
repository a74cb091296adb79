package io.neomt.testkit.backends;

import io.neomt.deploy.embedded.StackAddresses;
import java.nio.file.Path;

/** Chooses the backends of this JVM, once. */
final class SharedBackends {

    /** Names a file of addresses of a running stack. */
    static final String STACK_VARIABLE = "NEO_TEST_STACK";

    static final String BACKEND_PROPERTY = "test.backend";

    private SharedBackends() {}

    /** Loaded, and so started, at the first use. */
    private static final class Holder {

        static final Backends BACKENDS = choose();

        private Holder() {}
    }

    static Backends get() {
        return Holder.BACKENDS;
    }

    private static Backends choose() {
        String backend = System.getProperty(BACKEND_PROPERTY, "embedded");
        String running = System.getenv(STACK_VARIABLE);
        return new StackBackends(
                switch (backend) {
                    case "testcontainers" -> ContainerStack.start();
                    case "embedded" -> running == null ? OwnStack.start() : StackAddresses.load(Path.of(running));
                    default ->
                        throw new IllegalArgumentException(
                                BACKEND_PROPERTY + " is embedded or testcontainers, not " + backend);
                });
    }
}
