package io.neomt.query.worlds;

import io.neomt.testkit.permissions.Check;
import io.neomt.testkit.permissions.ReferenceEvaluator;
import io.neomt.testkit.permissions.World;
import io.neomt.testkit.permissions.World.Holding;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What lists are to hold: the reference evaluator is asked about each thing by itself. */
public record RightLists(World world, Map<String, Stored> stored, ReferenceEvaluator reference) {

    public RightLists(World world, Map<String, Stored> stored) {
        this(world, stored, new ReferenceEvaluator(world));
    }

    public boolean allowed(Check check) {
        return reference.answer(check).allowed();
    }

    public List<String> users(Check check) {
        return world.users().keySet().stream()
                .filter(user -> allowed(by(check, user)))
                .map(user -> Ids.user(user).toString())
                .sorted()
                .toList();
    }

    /**
     * Those of the type that the check is about.
     *
     * @param described whether all belong to whom the check says, whatever was registered
     */
    public List<String> resources(Check check, boolean described) {
        String prefix = target(check).type() + "/";
        Set<String> all = Stream.concat(
                        stored.keySet().stream(),
                        holdings().map(Holding::instance).filter(Objects::nonNull))
                .collect(Collectors.toSet());
        return all.stream()
                .filter(instance -> instance.startsWith(prefix))
                .map(instance -> instance.substring(prefix.length()))
                .filter(id -> allowed(described ? on(check, id) : Stored.known(on(check, id), stored)))
                .sorted()
                .toList();
    }

    /** The same question about somebody else. */
    private static Check by(Check check, String user) {
        return new Check(user, check.permission(), check.action(), check.target(), check.at(), check.attributes());
    }

    /** The same question about something else. */
    private static Check on(Check check, String id) {
        Check.Target target = target(check);
        Check.Target other = new Check.Target(target.type(), id, target.owner(), target.team());
        return new Check(check.user(), null, check.action(), other, check.at(), check.attributes());
    }

    public static Check of(Check check, String permission) {
        return new Check(check.user(), permission, null, null, check.at(), check.attributes());
    }

    private static Check.Target target(Check check) {
        return Objects.requireNonNull(check.target());
    }

    private Stream<Holding> holdings() {
        return Stream.of(
                        world.users().values().stream().map(World.User::holdings),
                        world.roles().values().stream().map(World.Role::holdings),
                        world.teams().values().stream().map(World.Team::holdings))
                .flatMap(all -> all)
                .flatMap(List::stream);
    }
}
