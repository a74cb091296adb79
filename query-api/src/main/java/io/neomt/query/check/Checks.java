package io.neomt.query.check;

import io.neomt.event.Position;
import io.neomt.event.TeamId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Decision;
import io.neomt.permission.Instance;
import io.neomt.query.At;
import io.neomt.query.check.CheckRequest.Described;
import io.neomt.query.scene.Needs;
import io.neomt.query.scene.Scene;
import io.neomt.query.scene.Scenes;
import io.neomt.query.scene.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers questions, all that are asked at once at one position of the tenant. */
public final class Checks {

    private final Scenes scenes;

    public Checks(Scenes scenes) {
        this.scenes = scenes;
    }

    /**
     * The answers in the order of the questions.
     *
     * @param now the time of the check
     * @param atLeast how new the answer of the tenant must be, and that of others where it takes them
     * @throws io.neomt.query.UnavailableException when there is no answer that is new enough; nothing may be allowed then
     */
    public At<List<Decision>> decide(
            TenantId tenant, List<CheckRequest> requests, Instant now, Function<TenantId, Position> atLeast) {
        Foreigners foreigners = new Foreigners(scenes, tenant, atLeast);
        return scenes.ask(
                tenant, () -> needs(requests), atLeast.apply(tenant), scene -> new Round(scene, now, requests.size())
                        .decide(requests, foreigners));
    }

    /** Whether somebody was a user of the tenant and is one no longer. */
    public boolean isDeleted(TenantId tenant, UserId user, Position atLeast) {
        return scenes.ask(tenant, () -> Needs.users(List.of(user)), atLeast, scene -> isDeleted(scene.standing(user)))
                .value();
    }

    private static @Nullable Boolean isDeleted(@Nullable Standing standing) {
        return switch (standing) {
            case null -> null;
            case Standing.Blocked(var decision) -> decision.cause() == Decision.Cause.USER_DELETED;
            case Standing.Active _, Standing.Foreign _ -> false;
        };
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
    private static final class Round {

        private final Scene scene;
        private final Instant now;
        private final Decision[] decisions;
        private final List<Integer> open = new ArrayList<>(0);
        private final List<Foreigners.Asked> foreign = new ArrayList<>(0);

        Round(Scene scene, Instant now, int questions) {
            this.scene = scene;
            this.now = now;
            this.decisions = new Decision[questions];
        }

        @Nullable
        List<Decision> decide(List<CheckRequest> requests, Foreigners foreigners) {
            for (int i = 0; i < decisions.length; i++) {
                if (!decide(i, requests.get(i))) {
                    return null;
                }
            }
            if (!foreign.isEmpty()) {
                List<Decision> found = foreigners.decide(foreign, position());
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
