package io.neomt.migration.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.migration.trigger.Cause.Connection;
import io.neomt.migration.trigger.Cause.Region;
import io.neomt.migration.trigger.Cause.Started;
import io.neomt.migration.trigger.Cause.Tenants;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TriggersTest {

    private static final UUID ACME = new UUID(0, 1);
    private static final UUID NEWER = new UUID(0, 2);

    private final Told told = new Told();
    private final Triggers triggers =
            new Triggers(told, new Triggers.Pace(Duration.ofMillis(100), Duration.ofMillis(50)), "test");

    @AfterEach
    void close() {
        triggers.close();
    }

    @Test
    void tenantsThatChangeTogetherAreMigratedTogetherAndThoseThatAreUpToDateNotAtAll() throws InterruptedException {
        triggers.tenant(ACME);
        triggers.tenant(NEWER);
        triggers.tenant(ACME);

        assertThat(told.next()).isEqualTo(new Tenants(List.of(ACME.toString())));
        assertThat(told.questions).hasValue(1);
    }

    @Test
    void aConnectionARegionAndAStartAreEachTakenUp() throws InterruptedException {
        triggers.connection("eu-primary");
        triggers.region("eu-west-1");
        triggers.started();

        assertThat(List.of(told.next(), told.next(), told.next()))
                .containsExactly(new Connection("eu-primary"), new Region("eu-west-1"), new Started());
    }

    @Test
    void whatCannotBeBegunNowIsTriedAgain() throws InterruptedException {
        told.broken.set(3);

        triggers.started();
        assertThat(told.next()).isEqualTo(new Started());
        assertThat(told.broken).hasValue(0);

        told.broken.set(2);
        triggers.tenant(ACME);
        assertThat(told.next()).isEqualTo(new Tenants(List.of(ACME.toString())));
    }

    @Test
    void nothingIsBegunAfterTheEnd() {
        triggers.close();
        triggers.started();
        triggers.tenant(ACME);
        assertThat(told.begun).isEmpty();
    }

    /** Only {@link #ACME} is behind. */
    private static final class Told implements Triggers.Ports {

        private final BlockingQueue<Cause> begun = new LinkedBlockingQueue<>();
        private final AtomicInteger broken = new AtomicInteger();
        private final AtomicInteger questions = new AtomicInteger();

        private @Nullable Cause next() throws InterruptedException {
            return begun.poll(10, TimeUnit.SECONDS);
        }

        @Override
        public List<String> behind(Set<UUID> tenants) {
            refuse();
            questions.incrementAndGet();
            return tenants.stream().filter(ACME::equals).map(UUID::toString).toList();
        }

        @Override
        public void begin(Cause cause) {
            refuse();
            begun.add(cause);
        }

        @Override
        public void failed(Cause cause, RuntimeException failure) {
            assertThat(failure).hasMessage("the database is away");
        }

        private void refuse() {
            if (broken.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("the database is away");
            }
        }
    }
}
