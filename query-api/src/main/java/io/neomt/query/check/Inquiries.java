package io.neomt.query.check;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.CompiledSet;
import io.neomt.permission.CompiledUser;
import io.neomt.permission.Decision;
import io.neomt.permission.Entitlement;
import io.neomt.query.At;
import io.neomt.query.scene.Needs;
import io.neomt.query.scene.Question;
import io.neomt.query.scene.Scene;
import io.neomt.query.scene.Scenes;
import io.neomt.query.scene.Standing;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers questions with all that went into the answer. */
public final class Inquiries {

    private final Scenes scenes;

    public Inquiries(Scenes scenes) {
        this.scenes = scenes;
    }

    /** As {@link Checks#decide}, for one question. */
    public At<Inquiry> ask(TenantId tenant, CheckRequest request, Instant now, Function<TenantId, Position> atLeast) {
        Foreigners foreigners = new Foreigners(scenes, tenant, atLeast);
        return scenes.ask(
                tenant,
                atLeast.apply(tenant),
                Question.of(() -> ManyChecks.needs(List.of(request)), scene -> ask(request, now, scene, foreigners)));
    }

    /** Everything that somebody holds in a tenant; nothing where they are barred there. */
    public At<Held> held(TenantId tenant, UserId user, Function<TenantId, Position> atLeast) {
        Foreigners foreigners = new Foreigners(scenes, tenant, atLeast);
        return scenes.ask(
                tenant,
                atLeast.apply(tenant),
                Question.of(() -> Needs.users(List.of(user)), scene -> held(user, scene, foreigners)));
    }

    private static @Nullable Inquiry ask(CheckRequest request, Instant now, Scene scene, Foreigners foreigners) {
        Standing standing = scene.standing(request.user());
        Matter matter = Matters.of(request, now, scene);
        Held held = held(request.user(), scene, foreigners);
        if (standing == null || matter == null || held == null) {
            return null;
        }
        long position = scene.position().value();
        Decision decision =
                switch (standing) {
                    case Standing.Blocked(var blocked) -> blocked;
                    case Standing.Active(var user) -> matter.decide(user, position);
                    case Standing.Foreign there ->
                        foreigners
                                .decide(List.of(new Foreigners.Asked(request.user(), there, matter)), position)
                                .getFirst();
                };
        return decision == null ? null : inquiry(decision, matter, subject(request.user(), standing), held.counted());
    }

    /** Whoever is no user of the tenant is in none of its teams. */
    private static CompiledUser subject(UserId id, Standing standing) {
        return standing instanceof Standing.Active(var user)
                ? user
                : new CompiledUser(id.value(), CompiledSet.EMPTY, List.of(), List.of());
    }

    private static Inquiry inquiry(Decision decision, Matter matter, CompiledUser user, List<Entitlement> held) {
        return new Inquiry(
                decision,
                matter.codeFor(user),
                matter instanceof Matter.OnResource about ? about.about() : null,
                matter,
                held);
    }

    private static @Nullable Held held(UserId id, Scene scene, Foreigners foreigners) {
        long position = scene.position().value();
        return switch (scene.standing(id)) {
            case null -> null;
            case Standing.Blocked _ -> Held.NOTHING;
            case Standing.Active(var user) -> Held.of(user.entitlements(position));
            case Standing.Foreign standing -> foreigners.held(id, standing, position);
        };
    }
}
