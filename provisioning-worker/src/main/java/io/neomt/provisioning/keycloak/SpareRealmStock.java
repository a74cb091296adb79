package io.neomt.provisioning.keycloak;

import io.neomt.provisioning.run.RealmsUnavailableException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes realms ahead of time until there are enough, looking again now and then. */
public final class SpareRealmStock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SpareRealmStock.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final String PREFIX = "spare-";

    private final AdminClient keycloak;
    private final Documents documents;
    private final SpareRealms spares;
    private final int wanted;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("spare-realms").unstarted(this::keep);

    /** @param wanted 0 for none at all */
    public SpareRealmStock(AdminClient keycloak, Documents documents, SpareRealms spares, int wanted) {
        this.keycloak = keycloak;
        this.documents = documents;
        this.spares = spares;
        this.wanted = wanted;
    }

    public void start() {
        if (wanted > 0) {
            thread.start();
        }
    }

    /** Does not wait for a realm that is being made: it stays at Keycloak, and nobody's. */
    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
    }

    private void keep() {
        try {
            do {
                refillOrTellWhyNot();
            } while (!closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void refillOrTellWhyNot() {
        try {
            refill();
        } catch (RuntimeException e) {
            if (closed.getCount() > 0) {
                LOG.warn("no spare realm can be made now: {}", e.toString());
            }
        }
    }

    /**
     * Makes what is missing. Several workers may make a few more than wanted.
     *
     * @throws RealmsUnavailableException when Keycloak does not make one now
     */
    public void refill() {
        while (closed.getCount() > 0 && spares.names().size() < wanted) {
            String name = PREFIX + UUID.randomUUID();
            keycloak.call("POST", "", documents.realm(name));
            // noted when it is whole: whoever takes a noted one can use it
            spares.add(name);
        }
    }
}
