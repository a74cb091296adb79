package io.neomt.e2e.faults;

import io.neomt.e2e.faults.Weakening.Edit;
import java.util.List;

/** Builds that are weaker than the product, each with the fault that has to find it. */
final class Weakenings {

    private static final String STORE = "command-service/src/main/java/io/neomt/command/store/";
    private static final String STREAM = "command-service/src/main/java/io/neomt/command/stream/";
    private static final String PROJECTION = "projection-service/src/main/java/io/neomt/projection/";
    private static final String LUA = "projection-service/src/main/resources/lua/";
    private static final String COMMONS = "commons/src/main/java/io/neomt/commons/connections/";
    private static final String QUERY = "query-api/src/main/java/io/neomt/query/";

    private Weakenings() {}

    static List<Weakening> all() {
        return List.of(
                answersKeptLater(),
                markedBeforeSent(),
                leaseForEver(),
                rowsAfterPosition(),
                setsWithoutMarker("redis-flushed"),
                setsWithoutMarker("redis-emptied"),
                absenceIsEmptiness(),
                positionsUnlooked(),
                commitsInMemory(),
                fullDiskIsForEver(),
                sendsGivenUp());
    }

    private static Weakening answersKeptLater() {
        return new Weakening(
                "answers-kept-later",
                "commands-killed",
                "answers to keys are kept 30 ms after the commit of what they answer",
                List.of(
                        new Edit(
                                STORE + "GroupTransaction.java",
                                "Instant firstDue, Runnable whenCommitted) {}",
                                "Instant firstDue, Runnable whenCommitted, "
                                        + "java.util.function.Consumer<DSLContext> keep) {}"),
                        new Edit(
                                STORE + "GroupTransaction.java",
                                "() -> frame.advance(group.head(), group.changes()));",
                                "() -> frame.advance(group.head(), group.changes()), "
                                        + "later -> { if (!toKeep.isEmpty()) IdempotencyRows.insert(later, toKeep); });"),
                        new Edit(
                                STORE + "GroupTransaction.java",
                                "if (!toKeep.isEmpty()) {\n            IdempotencyRows.insert(dsl, toKeep);\n        }",
                                ""),
                        new Edit(
                                STORE + "EventStore.java",
                                "result.whenCommitted().run();",
                                "result.whenCommitted().run(); var keep = result.keep(); "
                                        + "java.util.concurrent.locks.LockSupport.parkNanos(30_000_000); "
                                        + "database.write(dsl -> { keep.accept(dsl); return true; });")));
    }

    private static Weakening markedBeforeSent() {
        return new Weakening(
                "marked-before-sent",
                "relay-killed",
                "events are marked as published before Kafka has them",
                List.of(new Edit(
                        STREAM + "ShardRelay.java",
                        "Position published = acknowledged(sending);",
                        "Position published = sending.events().isEmpty() ? Position.NONE "
                                + ": sending.events().getLast().metadata().position();"
                                + " if (System.nanoTime() == 0) acknowledged(sending);")));
    }

    private static Weakening leaseForEver() {
        return new Weakening(
                "lease-for-ever",
                "relay-held",
                "a relay that has had the lease goes on for ever",
                List.of(
                        new Edit(STREAM + "ShardRelay.java", "return System.nanoTime() - until < 0;", "return true;"),
                        new Edit(STREAM + "ShardRelay.java", "if (!mine) {", "if (false) {"),
                        new Edit(STREAM + "Relay.java", "shards.get(shard)::follow", "() -> {}")));
    }

    private static Weakening rowsAfterPosition() {
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

    private static Weakening setsWithoutMarker(String fault) {
        return new Weakening(
                "sets-without-marker-" + fault,
                fault,
                "what changed is written to Redis, and called complete, whether or not the rest is there",
                List.of(
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

    private static Weakening absenceIsEmptiness() {
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

    private static Weakening positionsUnlooked() {
        return new Weakening(
                "positions-unlooked",
                "projection-held",
                "rows are written without looking where they are",
                List.of(new Edit(PROJECTION + "store/Positions.java", """
                        UPDATE projection_position SET position = {0}, updated_at = now() WHERE projection = {1} AND position = {2};
                        """, """
                        UPDATE projection_position SET position = greatest(position, {0}), updated_at = now()
                        WHERE projection = {1} AND {2} >= 0;
                        """)));
    }

    private static Weakening fullDiskIsForEver() {
        return new Weakening(
                "full-disk-is-for-ever",
                "disk-full",
                "a tenant whose rows found no room is never tried again",
                List.of(new Edit(PROJECTION + "store/StoreFailures.java", "\"53\", ", "")));
    }

    private static Weakening commitsInMemory() {
        return new Weakening(
                "commits-in-memory",
                "postgresql-killed",
                "no commit waits for the disk",
                List.of(new Edit(
                        COMMONS + "Transactions.java",
                        "T result = work.apply(dsl);",
                        "T result = work.apply(dsl); dsl.execute(\"SET LOCAL synchronous_commit TO off\");")));
    }

    private static Weakening sendsGivenUp() {
        return new Weakening(
                "sends-given-up",
                "kafka-killed",
                "the relay neither waits for Kafka nor tries again",
                List.of(
                        new Edit(STREAM + "EventPublisher.java", "\"all\",", "\"0\","),
                        new Edit(
                                STREAM + "EventPublisher.java",
                                "ENABLE_IDEMPOTENCE_CONFIG,\n                true,",
                                "ENABLE_IDEMPOTENCE_CONFIG,\n                false,"),
                        new Edit(
                                STREAM + "EventPublisher.java",
                                "Integer.MAX_VALUE,",
                                "1_000, ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 500,"),
                        new Edit(
                                STREAM + "ShardRelay.java",
                                "sending.results().get(i).get();",
                                "try { sending.results().get(i).get(); } catch (ExecutionException lost) { }")));
    }
}
