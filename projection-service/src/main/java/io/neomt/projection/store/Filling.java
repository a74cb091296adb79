package io.neomt.projection.store;

import io.neomt.event.EventEnvelope;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.projection.kernel.EventLog;
import java.util.List;
import org.jooq.DSLContext;

/** Writes one tenant's view anew from its events, into tables of the transaction. */
final class Filling {

    private final TableView view;
    private final EventLog log;
    private final DSLContext dsl;
    private final TenantId tenant;
    private final Runnable goOn;
    private Position at = Position.NONE;

    /** @param goOn asked again and again */
    Filling(TableView view, EventLog log, DSLContext dsl, TenantId tenant, Runnable goOn) {
        this.view = view;
        this.log = log;
        this.dsl = dsl;
        this.tenant = tenant;
        this.goOn = goOn;
    }

    Position at() {
        return at;
    }

    /** Writes all up to the position. */
    void to(Position end) {
        if (at.compareTo(end) >= 0) {
            return;
        }
        try (ReadAhead events = new ReadAhead(log, tenant, at, end)) {
            while (at.compareTo(end) < 0) {
                goOn.run();
                // fewer where the one behind them cannot be read: the next time it says why
                List<EventEnvelope> some = events.next(at);
                view.writer().accept(dsl, some);
                at = some.getLast().position();
            }
        }
    }
}
