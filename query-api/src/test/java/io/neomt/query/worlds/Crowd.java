package io.neomt.query.worlds;

import io.neomt.testkit.permissions.Check;
import io.neomt.testkit.permissions.RandomWorlds;
import io.neomt.testkit.permissions.ReferenceEvaluator;
import io.neomt.testkit.permissions.World;
import io.neomt.testkit.permissions.World.Feature;
import io.neomt.testkit.permissions.World.Role;
import io.neomt.testkit.permissions.World.Team;
import io.neomt.testkit.permissions.World.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Random worlds side by side in one tenant, with questions about each. They have nothing in common, so that each is
 * answered as if it were alone, but what takes a trip or a transaction is taken once for all of them. For the same reason
 * a crowd is asked at two moments only, each crowd at others.
 */
public record Crowd(World world, Map<String, Stored> stored, List<Question> questions) {

    private static final Set<Feature> EVERYTHING = EnumSet.allOf(Feature.class);

    /**
     * So many worlds in crowds of at most some size, those of each tenant status together.
     *
     * @param first seed of the first world
     * @param checks in each world
     */
    public static Stream<Crowd> all(long first, int worlds, int size, int checks) {
        Map<String, List<Long>> seeds = LongStream.range(first, first + worlds)
                .boxed()
                .collect(Collectors.groupingBy(
                        seed -> RandomWorlds.world(seed, EVERYTHING).tenantStatus()));
        return seeds.values().stream()
                .flatMap(alike -> IntStream.iterate(0, from -> from < alike.size(), from -> from + size)
                        .mapToObj(from -> of(alike.subList(from, Math.min(from + size, alike.size())), checks)));
    }

    private static Crowd of(List<Long> seeds, int checks) {
        Map<String, User> users = new LinkedHashMap<>();
        Map<String, Role> roles = new LinkedHashMap<>();
        Map<String, Team> teams = new LinkedHashMap<>();
        Map<String, Stored> stored = new LinkedHashMap<>();
        List<Question> questions = new ArrayList<>();
        String status = World.ACTIVE;
        UnaryOperator<Check> timed = twoMoments(new Random(seeds.getFirst()));
        for (int i = 0; i < seeds.size(); i++) {
            long seed = seeds.get(i);
            Marked marked = new Marked("-" + i);
            World world = marked.world(RandomWorlds.world(seed, EVERYTHING));
            Map<String, Stored> resources = marked.stored(Stored.random(seed));
            questions.addAll(questions(seed, marked, timed, world, resources, checks));
            users.putAll(world.users());
            roles.putAll(world.roles());
            teams.putAll(world.teams());
            stored.putAll(resources);
            status = world.tenantStatus();
        }
        return new Crowd(new World(status, users, roles, teams), stored, questions);
    }

    private static List<Question> questions(
            long seed, Marked marked, UnaryOperator<Check> timed, World world, Map<String, Stored> stored, int checks) {
        ReferenceEvaluator reference = new ReferenceEvaluator(world);
        return RandomWorlds.checks(seed, EVERYTHING, checks).stream()
                .map(marked::check)
                .map(timed)
                .flatMap(check -> Question.about(check, stored, reference, "seed " + seed))
                .toList();
    }

    private static UnaryOperator<Check> twoMoments(Random random) {
        long early = random.nextLong(-2, 2);
        long late = random.nextLong(early + 1, 3);
        return check ->
                check.at(Check.NOON.plusMillis(check.at().isBefore(Check.NOON) ? early : late), check.attributes());
    }

    /** What is asked at each moment. */
    public Map<Instant, List<Question>> moments() {
        return questions.stream()
                .collect(Collectors.groupingBy(question -> question.check().at()));
    }

    /** Some of all, and more of those to which the answer is yes: from a list that is empty nothing can be missing. */
    public List<Question> telling(int oneOf, int oneOfYes) {
        List<Question> yes = questions.stream()
                .filter(question -> question.right().allowed())
                .toList();
        return Stream.concat(
                        every(oneOf).stream(),
                        IntStream.iterate(0, i -> i < yes.size(), i -> i + oneOfYes)
                                .mapToObj(yes::get))
                .toList();
    }

    /** Some of the questions, one of each so many. */
    public Collection<Question> every(int nth) {
        return IntStream.iterate(0, i -> i < questions.size(), i -> i + nth)
                .mapToObj(questions::get)
                .toList();
    }
}
