package io.neomt.query.check;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Decision;
import io.neomt.query.At;
import io.neomt.query.scene.Needs;
import io.neomt.query.scene.Question;
import io.neomt.query.scene.Scenes;
import io.neomt.query.scene.Standing;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers questions, all that are asked at once at one position of the tenant. */
public final class Checks {

    private final Scenes scenes;

    public Checks(Scenes scenes) {
        this.scenes = scenes;
    }

    /**
     * The answer to one question. Where it is remembered, the question and the answer are all that is made for it.
     *
     * @param now the time of the check
     * @param atLeast how new the answer of the tenant must be, and that of others where it takes them
     * @throws io.neomt.query.UnavailableException when there is no answer that is new enough; nothing may be allowed then
     */
    public At<Decision> decide(
            TenantId tenant, CheckRequest request, Instant now, Function<TenantId, Position> atLeast) {
        return scenes.ask(tenant, atLeast.apply(tenant), new OneCheck(scenes, tenant, request, now, atLeast));
    }

    /** The answers in the order of the questions; else as for one. */
    public At<List<Decision>> decide(
            TenantId tenant, List<CheckRequest> requests, Instant now, Function<TenantId, Position> atLeast) {
        return scenes.ask(tenant, atLeast.apply(tenant), new ManyChecks(scenes, tenant, requests, now, atLeast));
    }

    /** Whether somebody was a user of the tenant and is one no longer. */
    public boolean isDeleted(TenantId tenant, UserId user, Position atLeast) {
        Supplier<Needs> needs = () -> Needs.users(List.of(user));
        return scenes.ask(tenant, atLeast, Question.of(needs, scene -> isDeleted(scene.standing(user))))
                .value();
    }

    private static @Nullable Boolean isDeleted(@Nullable Standing standing) {
        return switch (standing) {
            case null -> null;
            case Standing.Blocked(var decision) -> decision.cause() == Decision.Cause.USER_DELETED;
            case Standing.Active _, Standing.Foreign _ -> false;
        };
    }
}
