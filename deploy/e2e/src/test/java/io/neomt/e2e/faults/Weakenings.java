package io.neomt.e2e.faults;

import io.neomt.e2e.faults.Weakening.Edit;
import java.util.List;

/** Builds that are weaker than the product, each with the fault that has to find it; those of views are in {@link WeakenedViews}. */
final class Weakenings {

    private static final String STORE = "command-service/src/main/java/io/neomt/command/store/";
    private static final String STREAM = "command-service/src/main/java/io/neomt/command/stream/";
    private static final String PROJECTION = "projection-service/src/main/java/io/neomt/projection/";
    private static final String COMMONS = "commons/src/main/java/io/neomt/commons/connections/";

    private static final String CLAIM_QUERY =
            "provisioning-worker/src/main/java/io/neomt/provisioning/store/ClaimQuery.java";
    private static final String RUNS = "migration-orchestrator/src/main/java/io/neomt/migration/store/SqlRuns.java";
    private static final String REBUILDS = PROJECTION + "store/RebuildRows.java";

    private Weakenings() {}

    static List<Weakening> all() {
        return List.of(
                answersKeptLater(),
                markedBeforeSent(),
                leaseForEver(),
                WeakenedViews.rowsAfterPosition(),
                WeakenedViews.setsWithoutMarker(),
                WeakenedViews.incompleteIsEmpty("redis-emptied"),
                WeakenedViews.incompleteIsEmpty("rebuild-flushed"),
                WeakenedViews.absenceIsEmptiness(),
                WeakenedViews.ignorantAtFirst(),
                WeakenedViews.positionsUnlooked(),
                WeakenedViews.lateAndUnlooked(),
                commitsInMemory(),
                sendsGivenUp("kafka-killed"),
                sendsGivenUp("disk-full"),
                leftForEver(
                        "operations",
                        "worker-killed",
                        CLAIM_QUERY,
                        "(p.owner = EXCLUDED.owner OR p.lease_until < now())",
                        "p.owner = EXCLUDED.owner"),
                leftForEver("migrations", "migrations-killed", RUNS, "OR lease_until < now() OR", "OR"),
                leftForEver("rebuilds", "rebuild-killed", REBUILDS, " OR lease_until < now())", ")"),
                WeakenedViews.furtherThanMade(),
                WeakenedViews.unreadableIsNothing(),
                WeakenedViews.damagedIsRead(),
                startedWithoutRegistry(),
                WeakenedViews.olderIsDropped());
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

    private static Weakening sendsGivenUp(String fault) {
        return new Weakening(
                "sends-given-up-" + fault,
                fault,
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

    private static Weakening leftForEver(String what, String fault, String file, String from, String to) {
        return new Weakening(
                what + "-left-for-ever",
                fault,
                "what a process has begun and left is nobody's",
                List.of(new Edit(file, from, to)));
    }

    private static Weakening startedWithoutRegistry() {
        return new Weakening(
                "registry-needed",
                "registry-killed",
                "the command service does not start without the registry",
                List.of(new Edit(
                        "command-service/src/main/java/io/neomt/command/config/RelayConfiguration.java",
                        "RegistryProbe registryProbe(NeoProperties.Registry settings) {",
                        "RegistryProbe registryProbe(NeoProperties.Registry settings) throws java.io.IOException {\n"
                                + "new java.net.Socket(settings.url().getHost(), settings.url().getPort()).close();")));
    }
}
