package io.neomt.query.check;

import io.neomt.event.Position;
import io.neomt.event.TeamId;
import io.neomt.event.TenantId;
import io.neomt.permission.Decision;
import io.neomt.permission.Instance;
import io.neomt.query.check.CheckRequest.Described;
import io.neomt.query.scene.Needs;
import io.neomt.query.scene.Question;
import io.neomt.query.scene.Scene;
import io.neomt.query.scene.Scenes;
import io.neomt.query.scene.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Questions that are asked of one scene. Other tenants are asked once for all that needs them. */
record ManyChecks(
        Scenes scenes, TenantId tenant, List<CheckRequest> requests, Instant now, Function<TenantId, Position> atLeast)
        implements Question<List<Decision>> {

    @Override
    public Needs needs() {
        return needs(requests);
    }

    @Override
    public @Nullable List<Decision> in(Scene scene) {
        return new Round(scene).decide();
    }

    static Needs needs(List<CheckRequest> requests) {
        List<Instance> resources = new ArrayList<>();
        List<TeamId> teams = new ArrayList<>();
        for (CheckRequest request : requests) {
            if (request instanceof CheckRequest.OnResource asked) {
                Described described = asked.described();
                if (described == null) {
                    resources.add(asked.resource());
                } else if (described.team() != null) {
                    teams.add(described.team());
                }
            }
        }
        return new Needs(requests.stream().map(CheckRequest::user).toList(), resources, teams);
    }

    /** All questions, asked of one scene. */
    private final class Round {

        private final Scene scene;
        private final Decision[] decisions = new Decision[requests.size()];
        private final List<Integer> open = new ArrayList<>(0);
        private final List<Foreigners.Asked> foreign = new ArrayList<>(0);

        Round(Scene scene) {
            this.scene = scene;
        }

        @Nullable
        List<Decision> decide() {
            for (int i = 0; i < decisions.length; i++) {
                if (!decide(i, requests.get(i))) {
                    return null;
                }
            }
            if (!foreign.isEmpty()) {
                List<Decision> found = new Foreigners(scenes, tenant, atLeast).decide(foreign, position());
                for (int i = 0; i < found.size(); i++) {
                    decisions[open.get(i)] = found.get(i);
                }
            }
            return Arrays.asList(decisions);
        }

        /** @return false when the scene does not know enough */
        private boolean decide(int i, CheckRequest request) {
            return switch (scene.standing(request.user())) {
                case null -> false;
                case Standing.Blocked(var blocked) -> set(i, blocked);
                case Standing.Active(var user) -> {
                    Matter matter = Matters.of(request, now, scene);
                    yield matter != null && set(i, matter.decide(user, position()));
                }
                case Standing.Foreign standing -> {
                    Matter matter = Matters.of(request, now, scene);
                    yield matter != null
                            && open.add(i)
                            && foreign.add(new Foreigners.Asked(request.user(), standing, matter));
                }
            };
        }

        private boolean set(int i, @Nullable Decision decision) {
            if (decision == null) {
                return false;
            }
            decisions[i] = decision;
            return true;
        }

        private long position() {
            return scene.position().value();
        }
    }
}
