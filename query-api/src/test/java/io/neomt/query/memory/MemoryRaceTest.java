package io.neomt.query.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.RoleId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.ConditionLanguage;
import io.neomt.query.scene.Assembly;
import io.neomt.query.scene.Scenes;
import io.neomt.query.worlds.Unmetered;
import io.neomt.testkit.Seeds;
import io.neomt.view.cache.ChangeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Whatever happens at once, each answer is exactly what was true at its position, and never older than asked for. */
class MemoryRaceTest {

    private static final TenantId TENANT = TenantId.of("01890000-0000-7000-8000-000000000001");
    private static final int USERS = 12;
    private static final int ROLES = 4;
    private static final int READERS = 4;
    private static final int CHANGES = 30_000;
    private static final int MOST_WAITING = 50;

    private final Unmetered meter = new Unmetered();
    private final Memory memory = new Memory(
            new Assembly(ConditionLanguage.TEXTS, _ -> Map.of()), 14, Duration.ofHours(1), meter, System::nanoTime);
    private final Source source = new Source(TENANT, 0);
    private final Scenes scenes = MemoryTest.scenes(memory, source, meter);
    private final Map<Long, int[]> history = new ConcurrentHashMap<>();
    private final BlockingQueue<Runnable> line = new LinkedBlockingQueue<>();
    private final AtomicBoolean done = new AtomicBoolean();

    @Test
    void eachAnswerIsExactlyTheTruthOfItsPosition() throws Exception {
        long seed = Seeds.first(MemoryRaceTest.class);
        begin();
        List<Future<Long>> readers = new ArrayList<>();
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            Future<?> listener = threads.submit(this::listen);
            for (int i = 0; i < READERS; i++) {
                long own = seed + i;
                readers.add(threads.submit(() -> read(new Random(own))));
            }
            write(new Random(seed));
            done.set(true);
            for (Future<Long> reader : readers) {
                assertThat(reader.get(2, TimeUnit.MINUTES)).isPositive();
            }
            listener.get(1, TimeUnit.MINUTES);
        }
        assertThat(meter.hits.sum()).isPositive();
    }

    private void begin() {
        for (int role = 0; role < ROLES; role++) {
            source.putRole(role, 0);
        }
        for (int user = 0; user < USERS; user++) {
            source.put(user, 0, user % ROLES);
        }
        history.put(0L, new int[USERS + ROLES]);
        memory.listening();
    }

    /** A user and a role change at once, now and then a message is lost or the whole connection. */
    private void write(Random random) throws InterruptedException {
        int[] generations = new int[USERS + ROLES];
        for (int change = 1; change <= CHANGES; change++) {
            generations = generations.clone();
            int user = random.nextInt(USERS);
            int role = random.nextInt(ROLES);
            generations[user] = change;
            generations[USERS + role] = change;
            history.put((long) change, generations);
            ChangeMessage message = commit(user, role, change);
            switch (random.nextInt(500)) {
                case 0 -> line.put(() -> {});
                case 1 -> line.put(this::reconnect);
                case 2 -> {
                    line.put(() -> memory.changed(message));
                    line.put(() -> memory.changed(message));
                }
                default -> line.put(() -> memory.changed(message));
            }
            while (line.size() > MOST_WAITING) {
                Thread.onSpinWait();
            }
        }
    }

    private ChangeMessage commit(int user, int role, int change) {
        synchronized (source) {
            source.put(user, change, user % ROLES);
            source.putRole(role, change);
            List<UserId> users = List.of(Source.user(user));
            List<RoleId> roles = List.of(Source.role(role));
            return source.move(users, roles);
        }
    }

    private void reconnect() {
        memory.lost();
        memory.listening();
    }

    private void listen() {
        try {
            while (!done.get() || !line.isEmpty()) {
                Runnable next = line.poll(10, TimeUnit.MILLISECONDS);
                if (next != null) {
                    next.run();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long read(Random random) {
        long answers = 0;
        while (!done.get()) {
            int user = random.nextInt(USERS);
            long atLeast = random.nextInt(4) == 0 ? source.position().value() : 0;
            check(user, atLeast, MemoryTest.ask(scenes, user, atLeast));
            answers++;
        }
        return answers;
    }

    private void check(int user, long atLeast, String answer) {
        long position = Long.parseLong(answer.substring(0, answer.indexOf(':')));
        int[] right = history.getOrDefault(position, new int[0]);
        assertThat(position).isGreaterThanOrEqualTo(atLeast);
        assertThat(answer).isEqualTo(position + ": g" + right[user] + " g" + right[USERS + user % ROLES]);
    }
}
