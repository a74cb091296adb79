package io.neomt.migration.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimetableTest {

    private static final long EVERY = 100;

    private final BlockingQueue<Instant> done = new LinkedBlockingQueue<>();
    private final BlockingQueue<RuntimeException> failures = new LinkedBlockingQueue<>();
    private final Once once = new Once();

    @Test
    void whatIsDueIsDoneOnceByTwoWhoHaveTheSameTimetable() throws InterruptedException {
        try (Timetable one = timetable("one");
                Timetable other = timetable("other")) {
            one.start();
            other.start();
            List<@Nullable Instant> first = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                first.add(done.poll(10, TimeUnit.SECONDS));
            }
            assertThat(first).doesNotContainNull().doesNotHaveDuplicates();
        }
    }

    @Test
    void aFailureIsToldAndTheNextTimeComesAllTheSame() throws InterruptedException {
        once.broken.set(1);
        try (Timetable timetable = timetable("one")) {
            timetable.start();
            assertThat(failures.poll(10, TimeUnit.SECONDS)).hasMessage("no database");
            assertThat(done.poll(10, TimeUnit.SECONDS)).isNotNull();
        }
    }

    private Timetable timetable(String name) {
        return new Timetable(
                after -> Optional.of(Instant.ofEpochMilli((after.toEpochMilli() / EVERY + 1) * EVERY)),
                InstantSource.system(),
                once,
                name);
    }

    private final class Once implements Timetable.Duty {

        private final Set<Instant> taken = ConcurrentHashMap.newKeySet();
        private final AtomicInteger broken = new AtomicInteger();

        @Override
        public boolean take(Instant due) {
            if (broken.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("no database");
            }
            return taken.add(due);
        }

        @Override
        public void fulfil(Instant due) {
            done.add(due);
        }

        @Override
        public void failed(RuntimeException failure) {
            failures.add(failure);
        }
    }
}
