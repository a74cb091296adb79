package io.neomt.migration.plan.fleet;

import io.neomt.migration.plan.SchemaVersion;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The few schemas of a level that tell which scripts were applied to it. */
public final class Witnesses {

    private static final int MOST = 3;

    private Witnesses() {}

    /**
     * Those to which the most was applied, one of each connection before a second one of any, so that a server that is down
     * keeps nobody from answering. Schemas that were never migrated have nothing to tell.
     */
    public static List<Target> of(Level level, List<Target> fleet) {
        List<Target> migrated = fleet.stream()
                .filter(each -> each.level() == level && each.from() != null)
                .sorted(Comparator.comparing(
                                Target::from, Comparator.nullsFirst(Comparator.<@Nullable SchemaVersion>naturalOrder()))
                        .reversed())
                .toList();
        Set<String> connections = new HashSet<>();
        List<Target> firsts = migrated.stream()
                .filter(each -> connections.add(each.connection()))
                .toList();
        return Stream.concat(firsts.stream(), migrated.stream())
                .distinct()
                .limit(MOST)
                .toList();
    }
}
