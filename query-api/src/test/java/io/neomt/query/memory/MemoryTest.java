package io.neomt.query.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.permission.ConditionLanguage;
import io.neomt.permission.Decision;
import io.neomt.permission.Entitlement;
import io.neomt.permission.Instance;
import io.neomt.permission.PermissionCode;
import io.neomt.permission.ResourceAction;
import io.neomt.query.At;
import io.neomt.query.check.Attributes;
import io.neomt.query.check.CheckRequest;
import io.neomt.query.check.CheckRequest.Described;
import io.neomt.query.check.Checks;
import io.neomt.query.scene.ActiveTenantsOnly;
import io.neomt.query.scene.Assembly;
import io.neomt.query.scene.CachedSets;
import io.neomt.query.scene.CachedSets.Extent;
import io.neomt.query.scene.Needs;
import io.neomt.query.scene.Question;
import io.neomt.query.scene.Scene;
import io.neomt.query.scene.Scenes;
import io.neomt.query.scene.Seen;
import io.neomt.query.scene.SnapshotScene;
import io.neomt.query.scene.Standing;
import io.neomt.query.worlds.Unmetered;
import io.neomt.view.cache.ChangeMessage;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MemoryTest {

    private static final TenantId TENANT = TenantId.of("01890000-0000-7000-8000-000000000001");
    private static final Assembly ASSEMBLY = new Assembly(ConditionLanguage.TEXTS, _ -> Map.of());
    private static final int MOST = 32;
    private static final int SMALL = 128;
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    private final AtomicLong clock = new AtomicLong();
    private final Unmetered meter = new Unmetered();
    private final Memory memory = new Memory(ASSEMBLY, MOST, Duration.ofNanos(100), meter, clock::get);
    private final Source source = new Source(TENANT, 10);
    private final Scenes scenes = scenes(memory, source, meter);

    @BeforeEach
    void twoUsersInOneRole() {
        memory.listening();
        source.putRole(1, 0);
        source.put(1, 0, 1);
        source.put(2, 0, 1);
    }

    @Test
    void whatWasReadOnceIsAnsweredFromMemory() {
        assertThat(ask(1)).isEqualTo("10: g0 g0");
        assertThat(ask(1)).isEqualTo("10: g0 g0");
        assertThat(source.reads()).containsExactly(Extent.FULL);
        assertThat(meter.hits.sum()).isEqualTo(1);
    }

    /** Two small objects for each: what they weigh does not depend on what the user holds. */
    @Test
    void aRememberedDecisionTakesNoMoreThanTheQuestionAndTheAnswer() {
        for (int role = 2; role <= 20; role++) {
            source.putRole(role, 0);
        }
        source.put(1, 0, IntStream.rangeClosed(1, 20).toArray());
        Checks checks = new Checks(new ActiveTenantsOnly(scenes, _ -> Optional.empty()));
        CheckRequest code = new CheckRequest.OfCode(Source.user(1), PermissionCode.parse("gen.g0.own"));
        CheckRequest unknown = new CheckRequest.OfCode(Source.user(1), PermissionCode.parse("gen.g1.own"));
        CheckRequest onResource = new CheckRequest.OnResource(
                Source.user(1),
                ResourceAction.parse("gen.g0"),
                new Instance("gen", "7"),
                new Described(Source.user(1).value(), null),
                Attributes.NONE);
        assertThat(bytesOf(checks, code, true)).isLessThanOrEqualTo(SMALL);
        assertThat(bytesOf(checks, unknown, false)).isLessThanOrEqualTo(SMALL);
        assertThat(bytesOf(checks, onResource, true)).isLessThanOrEqualTo(2 * SMALL);
    }

    /** Made on the heap for one check, as the virtual machine counts. */
    private static long bytesOf(Checks checks, CheckRequest request, boolean allowed) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int times = 1_000;
        for (int warm = 0; warm < times; warm++) {
            decide(checks, request, allowed);
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < times; i++) {
            decide(checks, request, allowed);
        }
        return (threads.getCurrentThreadAllocatedBytes() - before) / times;
    }

    private static void decide(Checks checks, CheckRequest request, boolean allowed) {
        Decision decision =
                checks.decide(TENANT, request, NOON, _ -> Position.NONE).value();
        if (decision.allowed() != allowed) {
            throw new AssertionError("the decision is wrong");
        }
    }

    @Test
    void aUserWhoIsMissingIsPutToTheRolesThatAreThere() {
        ask(1);
        assertThat(ask(2)).isEqualTo("10: g0 g0");
        assertThat(source.reads()).containsExactly(Extent.FULL, Extent.WITHOUT_SHARED);
    }

    @Test
    void thatThereIsNoSuchUserIsRememberedUntilThereIsOne() {
        assertThat(ask(3)).isEqualTo("10: nobody");
        assertThat(ask(3)).isEqualTo("10: nobody");
        assertThat(source.reads()).hasSize(1);

        source.put(3, 1);
        memory.changed(source.move(List.of(Source.user(3)), List.of()));
        assertThat(ask(3)).isEqualTo("11: g1");
    }

    @Test
    void onlyWhatHasChangedIsForgotten() {
        ask(1);
        ask(2);
        source.put(1, 1, 1);
        memory.changed(source.move(List.of(Source.user(1)), List.of()));

        assertThat(ask(2)).isEqualTo("11: g0 g0");
        assertThat(source.reads()).hasSize(2);
        assertThat(ask(1)).isEqualTo("11: g1 g0");
        assertThat(source.reads()).endsWith(Extent.WITHOUT_SHARED);
    }

    @Test
    void aRoleChangesForAllItsMembersWithOneRead() {
        ask(1);
        ask(2);
        source.putRole(1, 1);
        memory.changed(source.move(List.of(), List.of(Source.role(1))));

        assertThat(ask(1)).isEqualTo("11: g0 g1");
        assertThat(ask(2)).isEqualTo("11: g0 g1");
        assertThat(source.reads()).hasSize(3);
    }

    @Test
    void aReadThatWasOvertakenByAChangeOfWhatItReadIsNotKept() {
        source.afterNextRead(() -> {
            source.put(1, 1, 1);
            memory.changed(source.move(List.of(Source.user(1)), List.of()));
        });
        assertThat(ask(1)).isEqualTo("10: g0 g0");
        assertThat(ask(1)).isEqualTo("11: g1 g0");
    }

    @Test
    void aReadThatWasOvertakenByAnotherChangeIsKept() {
        source.afterNextRead(() -> memory.changed(source.move(List.of(Source.user(2)), List.of())));
        ask(1);
        assertThat(ask(1)).isEqualTo("11: g0 g0");
        assertThat(source.reads()).hasSize(1);
    }

    @Test
    void aReadThatWasOvertakenByMoreThanIsKnownIsNotKept() {
        source.afterNextRead(() ->
                IntStream.range(0, 200).forEach(_ -> memory.changed(source.move(List.of(Source.user(2)), List.of()))));
        ask(1);
        assertThat(ask(1)).isEqualTo("210: g0 g0");
        assertThat(source.reads()).hasSize(2);
    }

    @Test
    void aReadAheadOfItsMessageIsUsedOnceTheMessageHasCome() {
        ask(1);
        source.put(2, 1, 1);
        ChangeMessage message = source.move(List.of(Source.user(2)), List.of());

        assertThat(ask(2)).isEqualTo("11: g1 g0");
        assertThat(ask(1)).isEqualTo("10: g0 g0");
        memory.changed(message);
        assertThat(source.reads()).hasSize(3);
        assertThat(ask(2)).isEqualTo("11: g1 g0");
        assertThat(ask(1)).isEqualTo("11: g0 g0");
        assertThat(source.reads()).hasSize(3);
    }

    /** Bob is taken out of a role, and afterwards the role is given something new: that is the new enemy. */
    @Test
    void momentsAreNeverMixed() {
        ask(2);
        source.put(1, 1);
        ChangeMessage removed = source.move(List.of(Source.user(1)), List.of());
        source.putRole(1, 1);
        ChangeMessage extended = source.move(List.of(), List.of(Source.role(1)));

        assertThat(ask(2)).isEqualTo("10: g0 g0");
        assertThat(ask(1)).isEqualTo("12: g1");
        memory.changed(removed);
        assertThat(ask(2)).isEqualTo("11: g0 g0");
        memory.changed(extended);
        assertThat(ask(2)).isEqualTo("12: g0 g1");
        assertThat(ask(1)).isEqualTo("12: g1");
    }

    @Test
    void aPositionThatIsNotReachedIsNotAnswered() {
        ask(1);
        source.move(List.of(), List.of());
        assertThat(ask(1, 10)).isEqualTo("10: g0 g0");
        assertThat(ask(1, 11)).isEqualTo("11: g0 g0");
        assertThat(source.reads()).hasSize(2);
    }

    @Test
    void afterAGapNothingOfTheTenantIsBelieved() {
        ask(1);
        source.put(1, 1, 1);
        source.move(List.of(Source.user(1)), List.of());
        memory.changed(source.move(List.of(), List.of()));

        assertThat(memory.size()).isZero();
        assertThat(ask(1)).isEqualTo("12: g1 g0");
    }

    @Test
    void aMessageThatComesTwiceOrLateChangesNothing() {
        ask(1);
        ChangeMessage message = source.move(List.of(Source.user(1)), List.of());
        memory.changed(message);
        ask(1);
        memory.changed(message);

        assertThat(ask(1)).isEqualTo("11: g0 g0");
        assertThat(source.reads()).hasSize(2);
    }

    @Test
    void messagesThatOverlapLeaveNoGap() {
        ask(1);
        source.put(1, 1, 1);
        source.move(List.of(Source.user(1)), List.of());
        memory.changed(new ChangeMessage(
                TENANT,
                new Position(8),
                new Position(11),
                List.of(Source.user(1)),
                List.of(),
                List.of(),
                List.of(),
                false));

        assertThat(ask(1)).isEqualTo("11: g1 g0");
        assertThat(source.reads()).hasSize(2);
    }

    @Test
    void afterARebuildNothingIsBelievedEvenIfItLeadsBack() {
        ask(1);
        Source rebuilt = new Source(TENANT, 5);
        rebuilt.put(1, 7);
        memory.changed(ChangeMessage.everything(TENANT, new Position(5)));

        assertThat(ask(scenes(memory, rebuilt, meter), 1, 0)).isEqualTo("5: g7");
        assertThat(ask(scenes(memory, rebuilt, meter), 1, 0)).isEqualTo("5: g7");
        assertThat(rebuilt.reads()).hasSize(1);
    }

    @Test
    void whileNothingIsHeardNothingIsRememberedOrBelieved() {
        ask(1);
        memory.lost();
        ask(1);
        assertThat(ask(1)).isEqualTo("10: g0 g0");
        assertThat(source.reads()).hasSize(3);
        assertThat(memory.size()).isZero();

        memory.listening();
        ask(1);
        ask(1);
        assertThat(source.reads()).hasSize(4);
    }

    @Test
    void aReadThatBeganBeforeALossIsNotKept() {
        source.afterNextRead(() -> {
            memory.lost();
            memory.listening();
        });
        ask(1);
        assertThat(memory.size()).isZero();
        ask(1);
        assertThat(source.reads()).hasSize(2);
    }

    @Test
    void inSilenceNothingIsBelievedUntilSomethingIsHeard() {
        ask(1);
        clock.set(101);
        ask(1);
        assertThat(source.reads()).hasSize(2);

        memory.heardUntil(50);
        ask(1);
        assertThat(source.reads()).hasSize(2);
    }

    @Test
    void itNeverRemembersMoreThanItMayAndKeepsWhatIsUsed() {
        for (int user = 1; user <= 500; user++) {
            source.put(user, 0, 1);
            ask(user);
            ask(1);
        }
        assertThat(memory.size()).isBetween(2L, (long) MOST);
        int before = source.reads().size();
        ask(1);
        assertThat(source.reads()).hasSize(before);
    }

    @Test
    void anotherTenantIsLeftAlone() {
        ask(1);
        memory.changed(ChangeMessage.everything(TenantId.of("01890000-0000-7000-8000-000000000009"), new Position(99)));
        ask(1);
        assertThat(source.reads()).hasSize(1);
    }

    private String ask(int user) {
        return ask(user, 0);
    }

    private String ask(int user, long atLeast) {
        return ask(scenes, user, atLeast);
    }

    /** The position of the answer, and the generations of the user's own set and of that of the role. */
    static String ask(Scenes scenes, int user, long atLeast) {
        At<String> answer = scenes.ask(
                TENANT,
                new Position(atLeast),
                Question.of(() -> Needs.users(List.of(Source.user(user))), scene -> generations(scene, user)));
        return answer.position() + ": " + answer.value();
    }

    static @Nullable String generations(Scene scene, int user) {
        return switch (scene.standing(Source.user(user))) {
            case null -> null;
            case Standing.Active(var found) ->
                texts(found.entitlements(scene.position().value()));
            case Standing.Foreign _ -> "nobody";
            case Standing.Blocked _ -> "blocked";
        };
    }

    private static @Nullable String texts(@Nullable List<Entitlement> held) {
        return held == null
                ? null
                : String.join(
                        " ", held.stream().map(each -> each.pattern().action()).toList());
    }

    static Scenes scenes(Memory memory, CachedSets sets, MemoryMeter meter) {
        CachedSets remembering = MemoryScenes.remembering(sets, memory);
        return new MemoryScenes(memory, remembering, new Direct(remembering), meter);
    }

    /** Reads everything anew for each question. */
    private record Direct(CachedSets sets) implements Scenes {

        @Override
        public <T> At<T> ask(TenantId tenant, Position atLeast, Question<T> question) {
            Seen.Found found = (Seen.Found) sets.read(tenant, question.needs(), atLeast, Extent.FULL);
            Scene scene = new SnapshotScene(found.snapshot(), ASSEMBLY);
            return new At<>(scene.position(), Objects.requireNonNull(question.in(scene)));
        }
    }
}
