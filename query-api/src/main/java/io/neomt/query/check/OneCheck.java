package io.neomt.query.check;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.permission.Decision;
import io.neomt.query.scene.Needs;
import io.neomt.query.scene.Question;
import io.neomt.query.scene.Scene;
import io.neomt.query.scene.Scenes;
import io.neomt.query.scene.Standing;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One question. On its way through memory no list and no map is made for it. */
record OneCheck(Scenes scenes, TenantId tenant, CheckRequest request, Instant now, Function<TenantId, Position> atLeast)
        implements Question<Decision> {

    @Override
    public Needs needs() {
        return ManyChecks.needs(List.of(request));
    }

    @Override
    public @Nullable Decision in(Scene scene) {
        return switch (scene.standing(request.user())) {
            case null -> null;
            case Standing.Blocked(var blocked) -> blocked;
            case Standing.Active(var user) -> {
                Matter matter = Matters.of(request, now, scene);
                yield matter == null
                        ? null
                        : matter.decide(user, scene.position().value());
            }
            case Standing.Foreign standing -> foreign(standing, scene);
        };
    }

    private @Nullable Decision foreign(Standing.Foreign standing, Scene scene) {
        Matter matter = Matters.of(request, now, scene);
        if (matter == null) {
            return null;
        }
        List<Foreigners.Asked> asked = List.of(new Foreigners.Asked(request.user(), standing, matter));
        return new Foreigners(scenes, tenant, atLeast)
                .decide(asked, scene.position().value())
                .getFirst();
    }
}
