package io.neomt.query.freshness;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.query.At;
import io.neomt.query.UnavailableException;
import io.neomt.query.scene.Assembly;
import io.neomt.query.scene.CachedSets;
import io.neomt.query.scene.CachedSets.Extent;
import io.neomt.query.scene.Needs;
import io.neomt.query.scene.Question;
import io.neomt.query.scene.Scenes;
import io.neomt.query.scene.Seen;
import io.neomt.query.scene.Snapshot;
import io.neomt.query.scene.SnapshotScene;
import io.neomt.query.scene.StoredSets;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Answers from the cache when that is new enough, else waits for it, else from the database, else not at all. */
public final class FreshScenes implements Scenes {

    private static final Seen INCOMPLETE = new Seen.Incomplete();

    private final CachedSets cache;
    private final StoredSets store;
    private final Assembly assembly;
    private final Changes changes;
    private final Patience patience;
    private final LongSupplier nanos;

    /** @param nanos a clock that never goes back, in nanoseconds */
    public FreshScenes(
            CachedSets cache,
            StoredSets store,
            Assembly assembly,
            Changes changes,
            Patience patience,
            LongSupplier nanos) {
        this.cache = cache;
        this.store = store;
        this.assembly = assembly;
        this.changes = changes;
        this.patience = patience;
        this.nanos = nanos;
    }

    @Override
    public <T> At<T> ask(TenantId tenant, Position atLeast, Question<T> question) {
        Asked<T> asked = new Asked<>(tenant, question.needs(), atLeast, question);
        Seen seen = cache.read(tenant, asked.needs, atLeast, Extent.FULL);
        @Nullable At<T> answer = asked.of(seen);
        return answer != null ? answer : asked.insist();
    }

    /** One question that is being answered. */
    private final class Asked<T> {

        private final TenantId tenant;
        private final Needs needs;
        private final Position atLeast;
        private final Question<T> question;

        Asked(TenantId tenant, Needs needs, Position atLeast, Question<T> question) {
            this.tenant = tenant;
            this.needs = needs;
            this.atLeast = atLeast;
            this.question = question;
        }

        @Nullable
        At<T> of(Seen seen) {
            return seen instanceof Seen.Found(var snapshot) ? of(snapshot) : null;
        }

        private @Nullable At<T> of(Snapshot snapshot) {
            @Nullable T answer = question.in(new SnapshotScene(snapshot, assembly));
            return answer == null ? null : new At<>(snapshot.position(), answer);
        }

        At<T> insist() {
            try (Watch watch = new Watch(changes, tenant, atLeast, nanos)) {
                @Nullable At<T> answer = null;
                while (answer == null) {
                    answer = look(watch);
                }
                return answer;
            }
        }

        /** One round: null when it has waited and everything should be looked at again. */
        private @Nullable At<T> look(Watch watch) {
            Seen seen = cache.read(tenant, needs, atLeast, Extent.FULL);
            @Nullable At<T> answer = of(seen);
            if (answer != null) {
                return answer;
            }
            // sets that answer nothing are fewer than their marker has promised
            Seen useless = seen instanceof Seen.Found ? INCOMPLETE : seen;
            if (Freshness.ofCache(useless, watch.waited(), patience) instanceof Verdict.Wait(var atMost)) {
                watch.pause(atMost);
                return null;
            }
            return readThrough(watch);
        }

        private @Nullable At<T> readThrough(Watch watch) {
            Snapshot stored = store.read(tenant, needs);
            return switch (Freshness.ofStore(stored.position(), atLeast, watch.waited(), patience)) {
                case Verdict.Satisfied _ -> complete(of(stored));
                case Verdict.Wait(var atMost) -> {
                    watch.pause(atMost);
                    yield null;
                }
                case Verdict.ReadThrough _, Verdict.Unavailable _ -> throw watch.tooLate(stored.position());
            };
        }

        private At<T> complete(@Nullable At<T> answer) {
            if (answer == null) {
                throw new UnavailableException(
                        UnavailableException.Reason.DEPENDENCY_UNAVAILABLE, "the tenant's rows are incomplete", null);
            }
            return answer;
        }
    }
}
