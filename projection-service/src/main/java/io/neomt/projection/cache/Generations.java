package io.neomt.projection.cache;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.projection.rebuild.Difference;
import io.neomt.view.cache.CacheKeys;
import io.neomt.view.cache.CacheMarker;
import io.neomt.view.cache.ChangeMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.ScanParams;

/** The generations of a tenant's sets: which one is read, and what others hold. */
public final class Generations {

    private static final Set<String> KINDS = Set.of("user", "role", "team", "resource");
    private static final int SCANNED = 1_000;
    private static final String MOVED = "moved";

    private final UnifiedJedis redis;
    private final Script flip = Script.load("flip");
    private final Script compare = Script.load("compare");
    private final Script drop = Script.load("drop");

    public Generations(UnifiedJedis redis) {
        this.redis = redis;
    }

    /** What came of a change to another generation. */
    enum Flipped {
        DONE,
        /** The other generation is not complete, or gone. */
        LOST,
        /** The one that is read is not complete. */
        MISSING,
        /** The other one is not where it was believed to be, or the one that is read is further. */
        MOVED
    }

    /** Whether it is that of a set, and none of another generation's. */
    static boolean isSet(String key, String start) {
        int kind = key.indexOf(':', start.length());
        return key.startsWith(start) && kind > 0 && KINDS.contains(key.substring(start.length(), kind));
    }

    /** @param position that the other generation is believed to be at */
    Flipped flip(TenantId tenant, int generation, Position position) {
        String answer = flip.run(
                redis,
                markers(tenant, generation),
                List.of(
                        CacheMarker.COMPLETE,
                        position.toString(),
                        CacheKeys.tenant(tenant),
                        CacheKeys.CHANNEL,
                        ChangeMessage.everything(tenant, position).text()));
        return switch (answer) {
            case "done" -> Flipped.DONE;
            case "lost" -> Flipped.LOST;
            case "missing" -> Flipped.MISSING;
            case MOVED -> Flipped.MOVED;
            default -> throw new IllegalStateException("a script answered " + answer);
        };
    }

    boolean isRead(TenantId tenant, int generation) {
        return Integer.toString(generation).equals(redis.hget(CacheKeys.meta(tenant), "generation"));
    }

    /** The generation that was read before this one, where this one is read now. */
    Optional<Integer> before(TenantId tenant, int generation) {
        List<@Nullable String> marker = redis.hmget(CacheKeys.meta(tenant), "generation", "previous");
        @Nullable String previous = marker.getLast();
        return previous != null && Integer.toString(generation).equals(marker.getFirst())
                ? Optional.of(Integer.valueOf(previous))
                : Optional.empty();
    }

    /** The names of all sets of the generation that is read. Looks at the keys of all tenants. */
    Set<String> names(TenantId tenant) {
        @Nullable String generation = redis.hget(CacheKeys.meta(tenant), "generation");
        String start =
                CacheKeys.generation(tenant, generation == null ? CacheMarker.FIRST : Integer.parseInt(generation));
        Set<String> names = new HashSet<>();
        scan(start + "*", keys -> keys.stream()
                .filter(key -> isSet(key, start))
                .forEach(key -> names.add(key.substring(start.length()))));
        return names;
    }

    private void scan(String pattern, Consumer<List<String>> page) {
        ScanParams params = new ScanParams().match(pattern).count(SCANNED);
        String cursor = ScanParams.SCAN_POINTER_START;
        do {
            var found = redis.scan(cursor, params);
            page.accept(found.getResult());
            cursor = found.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
    }

    /** Those of the names whose sets are not the same in both, which may be since one of both is further. */
    List<String> suspicious(TenantId tenant, int generation, Collection<String> names) {
        List<?> answer = compare(tenant, generation, "0", names);
        return isMoved(answer)
                ? List.copyOf(names)
                : answer.stream().map(String::valueOf).toList();
    }

    /** What differs at the position of both; empty while there is no such position. */
    Optional<List<Difference>> differences(TenantId tenant, int generation, Collection<String> names) {
        List<?> answer = compare(tenant, generation, "1", names);
        if (isMoved(answer)) {
            return Optional.empty();
        }
        List<Difference> found = new ArrayList<>();
        for (int i = 0; i < answer.size(); i += 4) {
            found.add(new Difference(
                    String.valueOf(answer.get(i)),
                    String.valueOf(answer.get(i + 1)),
                    (String) answer.get(i + 2),
                    (String) answer.get(i + 3)));
        }
        return Optional.of(found);
    }

    private List<?> compare(TenantId tenant, int generation, String exact, Collection<String> names) {
        List<String> args = new ArrayList<>(List.of(CacheMarker.COMPLETE, CacheKeys.tenant(tenant), exact));
        args.addAll(names);
        return compare.ask(redis, markers(tenant, generation), args);
    }

    private static boolean isMoved(List<?> answer) {
        return answer.size() == 1 && MOVED.equals(answer.getFirst());
    }

    private static List<String> markers(TenantId tenant, int generation) {
        return List.of(CacheKeys.meta(tenant), CacheKeys.meta(tenant, generation));
    }

    /** Removes these, whatever they hold, but none that is read. */
    void drop(Map<TenantId, Integer> generations) {
        Map<String, TenantId> tenants =
                generations.keySet().stream().collect(Collectors.toMap(CacheKeys::tenant, tenant -> tenant));
        generations.forEach((tenant, generation) -> unlink(tenant, generation, List.of()));
        // one pass over all keys, however many tenants there are
        scan("tenant:{*", page -> page.stream()
                .collect(Collectors.groupingBy(Generations::ofTenant))
                .forEach((start, keys) -> {
                    @Nullable TenantId tenant = tenants.get(start);
                    if (tenant != null) {
                        dropOf(tenant, generations.getOrDefault(tenant, 0), keys);
                    }
                }));
    }

    private static String ofTenant(String key) {
        return key.substring(0, key.indexOf(':', "tenant:".length()) + 1);
    }

    /** Removes these sets of a generation, and its marker, unless it is the one that is read. */
    void remove(TenantId tenant, int generation, List<String> names) {
        String start = CacheKeys.generation(tenant, generation);
        unlink(tenant, generation, names.stream().map(name -> start + name).toList());
    }

    private void dropOf(TenantId tenant, int generation, List<String> keys) {
        String start = CacheKeys.generation(tenant, generation);
        List<String> sets = keys.stream().filter(key -> isSet(key, start)).toList();
        if (!sets.isEmpty()) {
            unlink(tenant, generation, sets);
        }
    }

    private void unlink(TenantId tenant, int generation, List<String> sets) {
        List<String> keys = new ArrayList<>(markers(tenant, generation));
        keys.addAll(sets);
        drop.run(redis, keys, List.of(Integer.toString(generation)));
    }
}
