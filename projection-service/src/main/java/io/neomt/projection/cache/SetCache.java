package io.neomt.projection.cache;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.projection.permissionsets.PermissionSets;
import io.neomt.view.cache.CacheKeys;
import io.neomt.view.cache.CacheMarker;
import io.neomt.view.cache.ChangeMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.ScanParams;

/**
 * The sets of all tenants in Redis. Whatever several processes do at once, a complete marker means that all sets of the
 * tenant together are its state at the marker's position: every write is one script that first looks at the marker, and
 * while a rebuild runs the marker is incomplete and only the rebuild that began last may write.
 */
public final class SetCache {

    private static final Logger LOG = LoggerFactory.getLogger(SetCache.class);
    private static final int SCANNED = 1_000;

    /** So that nobody's check waits behind a script. */
    private static final int MOST_IN_ONE_SCRIPT = 250;

    private final UnifiedJedis redis;
    private final Place place;
    private final Script apply = Script.load("apply");
    private final Script begin = Script.load("begin");
    private final Script clear = Script.load("clear");
    private final Script fill = Script.load("fill");
    private final Script finish = Script.load("finish");

    public SetCache(UnifiedJedis redis) {
        this(redis, new Place.Running());
    }

    private SetCache(UnifiedJedis redis, Place place) {
        this.redis = redis;
        this.place = place;
    }

    /**
     * The sets of a generation that is not read, which nobody is told of.
     *
     * @param onWritten is told the names of sets that were written
     */
    SetCache beside(int generation, Consumer<List<String>> onWritten) {
        return new SetCache(redis, new Place.Beside(generation, onWritten));
    }

    /** What came of a write. */
    enum Written {
        DONE,
        /** The marker is not where it was believed to be; nothing was written. */
        LOST,
        /** There is no complete marker; nothing was written. */
        MISSING;

        static Written of(String answer) {
            return switch (answer) {
                case "done" -> DONE;
                case "lost" -> LOST;
                case "missing" -> MISSING;
                default -> throw new IllegalStateException("a script answered " + answer);
            };
        }
    }

    /**
     * The markers of these tenants, in one round trip; those that have none are left out. Empty when Redis cannot be
     * asked: then nothing is known of any of them.
     */
    public Optional<Map<TenantId, CacheMarker>> markersIfReachable(Collection<TenantId> tenants) {
        try {
            return Optional.of(Markers.read(redis, tenants));
        } catch (JedisException e) {
            LOG.warn("the markers cannot be read: {}", e.toString());
            return Optional.empty();
        }
    }

    Optional<CacheMarker> marker(TenantId tenant) {
        return Markers.read(redis, place.marker(tenant));
    }

    /** Writes all that changed between the two positions, announces it, and moves the marker; or changes nothing. */
    Written apply(TenantId tenant, Position from, PermissionSets sets) {
        ChangeMessage message = new ChangeMessage(
                tenant,
                from,
                sets.position(),
                List.copyOf(sets.users().keySet()),
                List.copyOf(sets.roles().keySet()),
                List.copyOf(sets.teams().keySet()),
                List.copyOf(sets.resources().keySet()),
                false);
        List<String> first = List.of(
                CacheMarker.COMPLETE,
                from.toString(),
                sets.position().toString(),
                CacheKeys.tenant(tenant),
                place.channel(),
                message.text());
        SetArguments all = new SetArguments(sets);
        Written written = Written.of(apply.run(redis, List.of(place.marker(tenant)), all.after(first)));
        place.written(all.names());
        return written;
    }

    /** Opens a rebuild of all sets of the tenant. */
    Rebuild begin(TenantId tenant) {
        String token = UUID.randomUUID().toString();
        String answer = begin.run(
                redis,
                List.of(place.marker(tenant), CacheKeys.meta(tenant)),
                List.of(token, Integer.toString(place.generation()), CacheKeys.tenant(tenant)));
        if (answer.equals("running")) {
            throw new IllegalStateException(
                    "generation " + place.generation() + " of tenant " + tenant + " is the one that is read");
        }
        String[] had = answer.split(" ", 2);
        return new Rebuild(tenant, token, Integer.parseInt(had[0]), new Position(Long.parseLong(had[1])));
    }

    /** Removes all that is there of the tenant, of whatever form and generation, and says so to whoever remembers any. */
    void remove(TenantId tenant) {
        ScanParams params = new ScanParams().match(CacheKeys.everyKeyOf(tenant)).count(SCANNED);
        String cursor = ScanParams.SCAN_POINTER_START;
        do {
            var found = redis.scan(cursor, params);
            if (!found.getResult().isEmpty()) {
                redis.unlink(found.getResult().toArray(String[]::new));
            }
            cursor = found.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
        redis.publish(
                CacheKeys.CHANNEL,
                ChangeMessage.everything(tenant, Position.NONE).text());
    }

    /** A rebuild under way. */
    final class Rebuild {

        private final TenantId tenant;
        private final String token;
        private final int generation;
        private final Position before;
        private boolean lost;

        private Rebuild(TenantId tenant, String token, int generation, Position before) {
            this.tenant = tenant;
            this.token = token;
            this.generation = generation;
            this.before = before;
        }

        /** Where the marker was. */
        Position before() {
            return before;
        }

        void fill(PermissionSets piece) {
            SetArguments all = new SetArguments(piece);
            List<String> first = List.of(token, CacheKeys.generation(tenant, generation));
            for (List<String> args : all.after(first, MOST_IN_ONE_SCRIPT)) {
                if (!lost) {
                    lost = Written.of(fill.run(redis, List.of(place.marker(tenant)), args)) != Written.DONE;
                }
            }
            place.written(all.names());
        }

        /** @return false when somebody else has begun a rebuild meanwhile */
        boolean finish(Position position) {
            List<String> args = List.of(
                    token,
                    CacheMarker.COMPLETE,
                    position.toString(),
                    place.channel(),
                    ChangeMessage.everything(tenant, position).text());
            return !lost && Written.of(finish.run(redis, List.of(place.marker(tenant)), args)) == Written.DONE;
        }

        /** Drops every set of the generation: they come from another history than the rows. */
        void clear() {
            String start = CacheKeys.generation(tenant, generation);
            ScanParams params = new ScanParams().match(start + "*").count(SCANNED);
            String cursor = ScanParams.SCAN_POINTER_START;
            do {
                var found = redis.scan(cursor, params);
                drop(found.getResult().stream()
                        .filter(key -> Generations.isSet(key, start))
                        .toList());
                cursor = found.getCursor();
            } while (!lost && !cursor.equals(ScanParams.SCAN_POINTER_START));
        }

        private void drop(List<String> found) {
            List<String> keys = new ArrayList<>();
            keys.add(place.marker(tenant));
            keys.addAll(found);
            if (keys.size() > 1) {
                lost = Written.of(clear.run(redis, keys, List.of(token))) != Written.DONE;
            }
        }
    }
}
