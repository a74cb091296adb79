package io.neomt.e2e.faults;

import io.neomt.e2e.EventLog;
import io.neomt.e2e.RunningStack;
import io.neomt.e2e.TenantView;
import io.neomt.e2e.Waiting;
import io.neomt.e2e.faults.Ledger.Entry;
import io.neomt.view.cache.CorruptCacheValueException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;

/** Reads store, topic, rows and sets of a platform that has come to rest, and holds them against what clients were told. */
final class Checker {

    private static final int LINE = 400;

    private static final String NOT_KEPT = """
            SELECT wanted.key FROM unnest(?::varchar[]) AS wanted (key)
            WHERE NOT EXISTS (SELECT FROM eventstore.idempotency_record kept WHERE kept.key = wanted.key)
            """;
    /** Each attempt of a command is a cause of its own. */
    private static final String DONE_TWICE = """
            SELECT correlation_id FROM eventstore.event
            WHERE tenant_id = ?::uuid AND correlation_id = ANY (?::varchar[])
            GROUP BY correlation_id HAVING count(DISTINCT causation_id) > 1
            """;

    private static final String DONE =
            "SELECT DISTINCT correlation_id FROM eventstore.event WHERE correlation_id = ANY (?::varchar[])";

    private final FaultPlatform platform;
    private final Load load;
    private final RunningStack stores;
    private final DSLContext admin;
    private final List<String> lost = new ArrayList<>();
    private final List<String> duplicated = new ArrayList<>();
    private final List<String> disordered = new ArrayList<>();
    private final List<String> different = new ArrayList<>();
    private long repeated;

    private Checker(FaultPlatform platform, Load load) {
        this.platform = platform;
        this.load = load;
        this.stores = platform.stores();
        this.admin = stores.admin();
    }

    /**
     * @param load has stopped
     * @param stuck why it was given up
     */
    static Verdict check(FaultPlatform platform, Load load, List<String> stuck) {
        return new Checker(platform, load).check(stuck);
    }

    private Verdict check(List<String> stuck) {
        Ledger ledger = load.ledger();
        notKept(ledger.acknowledged());
        refusedAndDone(ledger.refused());
        load.tenants().forEach(this::tenant);
        topic();
        List<String> gaveUp = new ArrayList<>(stuck);
        gaveUp.addAll(load.failures());
        return new Verdict(
                ledger.commands(),
                ledger.checks(),
                repeated,
                lost,
                duplicated,
                disordered,
                ledger.wrong(),
                different,
                gaveUp);
    }

    private void notKept(Collection<Entry> acknowledged) {
        column(NOT_KEPT, (Object) keys(acknowledged)).forEach(key -> lost.add("acknowledged and not kept: " + key));
    }

    private void refusedAndDone(Collection<Entry> refused) {
        column(DONE, (Object) keys(refused)).forEach(key -> duplicated.add("refused and done: " + key));
    }

    private static String[] keys(Collection<Entry> entries) {
        return entries.stream().map(Entry::key).toArray(String[]::new);
    }

    private List<String> column(String sql, Object... bindings) {
        return admin.fetch(sql, bindings).map(row -> row.get(0, String.class));
    }

    private void tenant(String tenant) {
        List<Entry> acknowledged = load.ledger().acknowledged().stream()
                .filter(entry -> entry.tenant().equals(tenant))
                .toList();
        column(DONE_TWICE, tenant, keys(acknowledged)).forEach(key -> duplicated.add("done twice: " + key));
        try {
            made(acknowledged, tenant);
            stores.invariants().verifyViews(tenant);
        } catch (AssertionError | CorruptCacheValueException e) {
            // also a set that is not there at all cannot be read
            different.add("tenant " + tenant + ": " + line(e));
        }
    }

    private void made(List<Entry> acknowledged, String tenant) {
        TenantView view = stores.invariants().log().fold(UUID.fromString(tenant));
        acknowledged.stream()
                .filter(entry -> entry.path().matches(".*/(users|roles|teams)")
                        && !entry.id().isEmpty())
                .filter(entry -> !view.hasHad(UUID.fromString(entry.id())))
                .forEach(entry -> lost.add("made and not there: " + entry));
        for (Racer racer : load.racers(tenant)) {
            if (!racer.knows()) {
                continue;
            }
            UUID held = racer.held();
            if (held != null && !view.holds(racer.user(), held)) {
                lost.add("given and not there: " + held + " of user " + racer.user());
            }
            if (held == null && view.holdsAnything(racer.user())) {
                lost.add("taken and still there: of user " + racer.user());
            }
        }
    }

    private void topic() {
        EventLog log = stores.invariants().log();
        try (TopicReading topic = new TopicReading(platform.ground(), Set.copyOf(load.tenants()))) {
            try {
                Waiting.until("the topic has every event", () -> {
                    topic.poll();
                    return load.tenants().stream()
                            .allMatch(tenant -> topic.highest(tenant) >= log.head(UUID.fromString(tenant)));
                });
            } catch (AssertionError e) {
                lost.add(line(e));
            }
            for (String tenant : load.tenants()) {
                TopicOrder order = TopicOrder.of(tenant, topic.of(tenant), log.ids(UUID.fromString(tenant)));
                repeated += order.repeated();
                disordered.addAll(order.faults());
            }
        }
    }

    private static String line(Throwable error) {
        String text = String.valueOf(error.getMessage()).replaceAll("\\s+", " ");
        return text.length() > LINE ? text.substring(0, LINE) + "…" : text;
    }
}
