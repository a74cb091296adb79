package io.neomt.commons.observability;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.jooq.Delete;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Insert;
import org.jooq.Query;
import org.jooq.Select;
import org.jooq.Update;
import org.jspecify.annotations.Nullable;

/** Times each statement, by what it does. */
public final class QueryTimer implements ExecuteListener {

    private static final long serialVersionUID = 1L;
    private static final Object BEGUN = new Object();

    private final transient Timer select;
    private final transient Timer insert;
    private final transient Timer update;
    private final transient Timer delete;
    private final transient Timer other;

    public QueryTimer(MeterRegistry metrics) {
        this.select = timer(metrics, "select");
        this.insert = timer(metrics, "insert");
        this.update = timer(metrics, "update");
        this.delete = timer(metrics, "delete");
        this.other = timer(metrics, "other");
    }

    @Override
    public void executeStart(ExecuteContext context) {
        context.data(BEGUN, System.nanoTime());
    }

    @Override
    public void executeEnd(ExecuteContext context) {
        if (context.data(BEGUN) instanceof Long begun) {
            timer(context.query()).record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        }
    }

    private Timer timer(@Nullable Query query) {
        return switch (query) {
            case Select<?> read -> select;
            case Insert<?> added -> insert;
            case Update<?> changed -> update;
            case Delete<?> removed -> delete;
            case null, default -> other;
        };
    }

    private static Timer timer(MeterRegistry metrics, String type) {
        return Timer.builder("db.query.duration").tag("query_type", type).register(metrics);
    }
}
