package io.neomt.command.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.command.Answers;
import io.neomt.command.expiry.Due;
import io.neomt.command.expiry.DueList;
import io.neomt.command.kernel.CommandEnvelope;
import io.neomt.command.kernel.Subject;
import io.neomt.command.model.Outcome;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SweeperTest {

    private static final TenantId TENANT = new TenantId(Answers.id(1));
    private static final Duration NEVER = Duration.ofHours(1);

    private final Listed dues = new Listed();
    private final BlockingQueue<CommandEnvelope> sent = new LinkedBlockingQueue<>();
    private final Alarm alarm = new Alarm(InstantSource.system());

    /** A list in memory; whatever was swept is gone from it. */
    private static final class Listed implements DueList {

        private final Map<Subject, Instant> times = new ConcurrentHashMap<>();
        private volatile boolean other;

        @Override
        public boolean lead(String owner, Duration lease) {
            return !other;
        }

        @Override
        public void release(String owner) {}

        @Override
        public List<Due> over(Instant now, int limit) {
            return times.entrySet().stream()
                    .filter(entry -> !entry.getValue().isAfter(now))
                    .map(entry -> new Due(TENANT, entry.getKey(), entry.getValue()))
                    .toList();
        }

        @Override
        public Optional<Instant> next() {
            return times.values().stream().min(Instant::compareTo);
        }
    }

    private Sweeper started(Duration polling) {
        Sweeper sweeper = new Sweeper(
                dues, (tenant, commands) -> deal(commands), alarm, InstantSource.system(), UUID::randomUUID, polling);
        sweeper.start();
        return sweeper;
    }

    private List<Outcome> deal(List<CommandEnvelope> commands) {
        return commands.stream()
                .<Outcome>map(envelope -> {
                    dues.times.remove(envelope.command().subject());
                    sent.add(envelope);
                    return new Outcome.Accepted(TENANT, envelope.command().subject(), Position.NONE, 1, true, Map.of());
                })
                .toList();
    }

    private static Subject subject(int number) {
        return Subject.of(new UserId(Answers.id(number)));
    }

    private @Nullable CommandEnvelope taken() throws InterruptedException {
        return sent.poll(10, TimeUnit.SECONDS);
    }

    @Test
    void whatIsOverIsSentAtOnceAndWhatWillBeAtItsTimeWithoutPolling() throws InterruptedException {
        dues.times.put(subject(1), Instant.now().minusSeconds(5));
        Instant soon = Instant.now().plusMillis(300);
        dues.times.put(subject(2), soon);
        try (Sweeper sweeper = started(NEVER)) {
            assertThat(taken())
                    .extracting(envelope -> envelope.command().subject())
                    .isEqualTo(subject(1));
            assertThat(taken()).satisfies(envelope -> {
                assertThat(envelope.command().subject()).isEqualTo(subject(2));
                assertThat(envelope.time()).isAfterOrEqualTo(soon.minusMillis(1));
            });
            assertThat(sweeper.lag()).isLessThan(NEVER);
        }
    }

    @Test
    void whatIsGivenWhileItWaitsIsSentAtItsTimeToo() throws InterruptedException {
        dues.times.put(subject(1), Instant.now());
        try (Sweeper sweeper = started(NEVER)) {
            assertThat(taken()).isNotNull();
            Instant soon = Instant.now().plusMillis(100);
            dues.times.put(subject(2), soon);
            alarm.set(soon);
            assertThat(taken()).isNotNull();
            assertThat(sweeper.swept()).isPositive();
        }
    }

    @Test
    void whileAnotherProcessLeadsNothingIsSent() throws InterruptedException {
        dues.other = true;
        dues.times.put(subject(1), Instant.now());
        try (Sweeper sweeper = started(Duration.ofMillis(5))) {
            assertThat(sent.poll(100, TimeUnit.MILLISECONDS)).isNull();
            dues.other = false;
            assertThat(taken()).isNotNull();
            assertThat(sweeper.lag()).isNotNull();
        }
    }
}
