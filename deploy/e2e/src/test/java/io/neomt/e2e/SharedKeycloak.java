package io.neomt.e2e;

import io.neomt.deploy.cli.platform.Services;
import io.neomt.deploy.embedded.Keycloak;
import io.neomt.deploy.embedded.StackListener;
import io.neomt.deploy.embedded.StackPorts;
import io.neomt.testkit.backends.Backends;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** The one Keycloak of all tests of this JVM; it starts while its services do. */
final class SharedKeycloak {

    private static final List<Services> USERS = new CopyOnWriteArrayList<>();
    private static final Keycloak KEYCLOAK = prepared();
    private static final CompletableFuture<Void> READY = KEYCLOAK.startAside();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(SharedKeycloak::stop, "e2e-keycloak-stop"));
    }

    private SharedKeycloak() {}

    /** It may still be starting. */
    static Keycloak started() {
        return KEYCLOAK;
    }

    static void await() {
        READY.join();
    }

    /** Services that ask it, and are closed before it is. */
    static void closeBeforeIt(Services services) {
        USERS.add(services);
    }

    private static Keycloak prepared() {
        try {
            return Keycloak.on(
                    Backends.shared().addresses(),
                    Files.createTempDirectory("neo-test-keycloak-"),
                    StackPorts.free(1).getFirst(),
                    StackListener.silent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop() {
        try {
            USERS.forEach(Services::close);
        } finally {
            KEYCLOAK.close();
        }
    }
}
