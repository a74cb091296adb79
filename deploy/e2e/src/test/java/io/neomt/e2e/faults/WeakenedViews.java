package io.neomt.e2e.faults;

import io.neomt.e2e.faults.Weakening.Edit;
import java.util.List;

/** Builds that are weaker where views are made and read. */
final class WeakenedViews {

    private static final String PROJECTION = "projection-service/src/main/java/io/neomt/projection/";
    private static final String LUA = "projection-service/src/main/resources/lua/";
    private static final String QUERY = "query-api/src/main/java/io/neomt/query/";

    private WeakenedViews() {}

    static Weakening rowsAfterPosition() {
        return new Weakening(
                "rows-after-position",
                "projection-killed",
                "the position of rows moves in a transaction before theirs",
                List.of(new Edit(PROJECTION + "store/TenantSchemaProjection.java", """
                                        return schema.get().write(dsl -> {
                                            if (!Positions.move(dsl, from, to)) {
                                                return new Applied.Lost();
                                            }
                                """, """
                                        if (!schema.get().write(dsl -> Positions.move(dsl, from, to))) {
                                            return new Applied.Lost();
                                        }
                                        return schema.get().write(dsl -> {
                                """)));
    }

    static Weakening setsWithoutMarker() {
        return new Weakening(
                "sets-without-marker",
                "redis-flushed",
                "what changed is written to Redis, and called complete, whether or not the rest is there; nobody compares it",
                List.of(
                        new Edit(
                                PROJECTION + "rebuild/Reconciler.java",
                                "    private void next() {",
                                "    private void next() {\n        if (System.nanoTime() != 0) { return; }"),
                        new Edit(
                                LUA + "apply.lua",
                                "if marker[2] ~= ARGV[1] or not marker[3] then\n  return 'missing'\nend",
                                "marker[3] = marker[3] or '1'"),
                        new Edit(LUA + "apply.lua", "tonumber(marker[1])", "tonumber(marker[1] or ARGV[2])"),
                        new Edit(
                                LUA + "apply.lua",
                                "redis.call('HSET', KEYS[1], 'position', ARGV[3])",
                                "redis.call('HSET', KEYS[1], 'position', ARGV[3], 'complete', ARGV[1], "
                                        + "'generation', marker[3])")));
    }

    static Weakening absenceIsEmptiness() {
        return new Weakening(
                "absence-is-emptiness",
                "redis-killed",
                "where Redis gives no answer, nobody holds anything",
                List.of(new Edit(
                        QUERY + "cache/RedisSets.java",
                        "            return UNREACHABLE;\n        } catch (CorruptCacheValueException e) {",
                        "            return new Seen.Found(new io.neomt.query.scene.Snapshot(atLeast, "
                                + "java.util.Map.of(), java.util.Map.of(), java.util.Map.of(), java.util.Map.of()));\n"
                                + "        } catch (CorruptCacheValueException e) {")));
    }

    private static final Edit UNLOOKED = new Edit(PROJECTION + "store/Positions.java", """
            UPDATE projection_position SET position = {0}, updated_at = now() WHERE projection = {1} AND position = {2};
            """, """
            UPDATE projection_position SET position = greatest(position, {0}), updated_at = now()
            WHERE projection = {1} AND {2} >= 0;
            """);

    static Weakening positionsUnlooked() {
        return new Weakening(
                "positions-unlooked",
                "projection-held",
                "rows are written without looking where they are",
                List.of(UNLOOKED));
    }

    /** Whoever leaves in order has done before what it was given; here it has not, and does it when it is another's. */
    static Weakening lateAndUnlooked() {
        return new Weakening(
                "late-and-unlooked",
                "projection-joined",
                "what is delivered is done up to two seconds later, unwaited for, and without looking where rows are",
                List.of(
                        UNLOOKED,
                        new Edit(
                                PROJECTION + "stream/EventListener.java",
                                "running.add(workers.submit(() -> engine.deliver(",
                                "java.util.concurrent.CompletableFuture.delayedExecutor("
                                        + "java.util.concurrent.ThreadLocalRandom.current().nextInt(2_000),"
                                        + " java.util.concurrent.TimeUnit.MILLISECONDS, workers)"
                                        + ".execute((() -> engine.deliver(")));
    }

    static Weakening incompleteIsEmpty(String fault) {
        return new Weakening(
                "incomplete-is-empty-" + fault,
                fault,
                "where the sets of a tenant are not complete, nobody holds anything",
                List.of(new Edit(
                        QUERY + "cache/RedisSets.java",
                        "return SetsReply.parse(reply, needs, atLeast);",
                        "Seen seen = SetsReply.parse(reply, needs, atLeast);\n"
                                + "            return seen instanceof Seen.Incomplete ? new Seen.Found("
                                + "new io.neomt.query.scene.Snapshot(atLeast, java.util.Map.of(), "
                                + "java.util.Map.of(), java.util.Map.of(), java.util.Map.of())) : seen;")));
    }

    /** The second process of the same parent finds the folder of the first. */
    static Weakening ignorantAtFirst() {
        return new Weakening(
                "ignorant-at-first",
                "queries-killed",
                "a query service that is started again takes what it has not read for what is not there, for ten seconds",
                List.of(
                        new Edit(
                                QUERY + "cache/RedisSets.java",
                                "private static final Seen INCOMPLETE = new Seen.Incomplete();",
                                "private static final Seen INCOMPLETE = new Seen.Incomplete();"
                                        + " private static volatile long first;"
                                        + " private static final boolean AGAIN = !new java.io.File("
                                        + "System.getProperty(\"java.io.tmpdir\"), \"neo-weakened-\""
                                        + " + ProcessHandle.current().parent().orElseThrow().pid()).mkdir();"),
                        new Edit(
                                QUERY + "cache/RedisSets.java",
                                "if (!circuit.permits()) {",
                                "if (first == 0) { first = System.nanoTime(); }\n"
                                        + "        if (AGAIN && System.nanoTime() - first < 10_000_000_000L) {"
                                        + " return new Seen.Found("
                                        + "new io.neomt.query.scene.Snapshot(atLeast, java.util.Map.of(), "
                                        + "java.util.Map.of(), java.util.Map.of(), java.util.Map.of())); }\n"
                                        + "        if (!circuit.permits()) {")));
    }

    static Weakening furtherThanMade() {
        return new Weakening(
                "further-than-made",
                "rebuild-joined",
                "sets that were made anew are said to be further than they are",
                List.of(new Edit(
                        LUA + "finish.lua",
                        "redis.call('HSET', KEYS[1], 'position', ARGV[3], 'complete', ARGV[2])",
                        "local more = redis.call('HGET', KEYS[1], 'generation') == '1' and 0 or 20\n"
                                + "redis.call('HSET', KEYS[1], 'position', string.format('%d', ARGV[3] + more), "
                                + "'complete', ARGV[2])")));
    }

    static Weakening unreadableIsNothing() {
        return new Weakening(
                "unreadable-is-nothing",
                "event-damaged",
                "a stored event that cannot be decoded counts as one without an effect",
                List.of(new Edit(
                        PROJECTION + "store/StoredEvent.java",
                        "throw unreadable(type, \"its payload cannot be decoded\", e);",
                        "return new EventSkipped(metadata.tenantId(), metadata.position(), \"\", \"\");")));
    }

    static Weakening damagedIsRead() {
        return new Weakening(
                "damaged-is-read",
                "records-damaged",
                "a record that cannot be decoded counts as an event without an effect",
                List.of(new Edit(
                        PROJECTION + "stream/RecordReader.java",
                        "readElsewhere(metadata, record, deliveries, e);\n            deadLetters",
                        "deliveries.add(new EventEnvelope(metadata, "
                                + "new io.neomt.event.TenantEvent.TenantResumed(metadata.tenantId()), hash));\n"
                                + "            deadLetters")));
    }

    static Weakening olderIsDropped() {
        return new Weakening(
                "older-is-dropped",
                "clock-moved",
                "rows pass by events whose time is long before that of earlier ones",
                List.of(
                        new Edit(
                                PROJECTION + "store/TenantSchemaProjection.java",
                                "Rows rows = Coalescing.of(events);",
                                "Rows rows = Coalescing.of(events.stream().filter(event -> !NEWEST.merge("
                                        + "tenant, event.metadata().time(), (a, b) -> a.isAfter(b) ? a : b)"
                                        + ".isAfter(event.metadata().time().plusSeconds(5))).toList());"),
                        new Edit(
                                PROJECTION + "store/TenantSchemaProjection.java",
                                "    @Override\n    public String name() {",
                                "    private static final java.util.Map<TenantId, java.time.Instant> NEWEST ="
                                        + " new java.util.concurrent.ConcurrentHashMap<>();\n\n"
                                        + "    @Override\n    public String name() {")));
    }
}
