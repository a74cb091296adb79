package io.neomt.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BiFunction;

/**
 * Given events, when a command comes, then these events or this refusal. Independent of how a service spells its
 * decisions: the function that decides answers with an {@link Outcome}.
 *
 * @param <S> the state
 * @param <C> the commands
 * @param <E> the events
 * @param <R> what a refusal is compared by, such as its code
 */
public final class DeciderSpecification<S, C, E, R> {

    /** What a decider answered. */
    public sealed interface Outcome<E, R> {

        record Accepted<E, R>(List<E> events) implements Outcome<E, R> {
            public Accepted {
                events = List.copyOf(events);
            }
        }

        record Rejected<E, R>(R code) implements Outcome<E, R> {}
    }

    private final S initial;
    private final BiFunction<S, C, Outcome<E, R>> decide;
    private final BiFunction<S, E, S> evolve;

    public DeciderSpecification(S initial, BiFunction<S, C, Outcome<E, R>> decide, BiFunction<S, E, S> evolve) {
        this.initial = initial;
        this.decide = decide;
        this.evolve = evolve;
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Given given(E... events) {
        return given(List.of(events));
    }

    public Given given(List<E> events) {
        S state = initial;
        for (E event : events) {
            state = evolve.apply(state, event);
        }
        return new Given(state);
    }

    /** What has happened. */
    public final class Given {

        private final S state;

        private Given(S state) {
            this.state = state;
        }

        public When when(C command) {
            return new When(state, decide.apply(state, command));
        }
    }

    /** A command and what the decider made of it. */
    public final class When {

        private final S state;
        private final Outcome<E, R> outcome;

        private When(S state, Outcome<E, R> outcome) {
            this.state = state;
            this.outcome = outcome;
        }

        /** Accepted, with exactly these events in this order. */
        @SafeVarargs
        @SuppressWarnings("varargs")
        public final void then(E... events) {
            assertThat(outcome).isEqualTo(new Outcome.Accepted<E, R>(List.of(events)));
        }

        /** Accepted, and nothing is left to do. */
        public void thenNothing() {
            assertThat(outcome).isEqualTo(new Outcome.Accepted<E, R>(List.of()));
        }

        public void thenRejected(R code) {
            assertThat(outcome).isEqualTo(new Outcome.Rejected<E, R>(code));
        }

        /** Accepted, and the same command on the resulting state has nothing left to do. */
        public void thenAgainNothing(C command) {
            S next = state;
            for (E event : events()) {
                next = evolve.apply(next, event);
            }
            assertThat(decide.apply(next, command)).isEqualTo(new Outcome.Accepted<E, R>(List.of()));
        }

        /** The accepted events, to look at more closely. */
        public List<E> events() {
            return switch (outcome) {
                case Outcome.Accepted<E, R> accepted -> accepted.events();
                case Outcome.Rejected<E, R> rejected ->
                    throw new AssertionError("expected events but was rejected with " + rejected.code());
            };
        }
    }
}
