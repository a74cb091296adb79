package io.neomt.command.store;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.event.EventHash;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.chain.EventChain;
import io.neomt.view.jooq.admin.eventstore.tables.records.EventRecord;
import io.neomt.view.store.StoredRow;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Chains events that were appended without a hash: those of before there was a chain, and those of an older release that
 * runs beside this one. What comes of an event is the same whoever does it, and when.
 */
public final class OldEvents {

    private static final int AT_ONCE = 500;
    private static final String SET = """
            UPDATE eventstore.event e SET hash = decode(x.hash, 'hex')
            FROM unnest({0}, {1}) AS x (position, hash) WHERE e.tenant_id = {2} AND e.position = x.position
            """;

    private final AdminDatabase database;

    public OldEvents(AdminDatabase database) {
        this.database = database;
    }

    /** The tenants with events that have no hash yet. */
    public List<TenantId> tenants() {
        return database.read(Heads::unchained);
    }

    /** Chains all events of a tenant, in short transactions, so that commands need not wait for long. */
    public void chain(TenantId tenant) {
        boolean done = false;
        while (!done) {
            done = database.write(
                    dsl -> step(dsl, tenant, Heads.lockRow(dsl, tenant)).wholly());
        }
    }

    /** @return the hash of the tenant's last event, when all are chained */
    static EventHash chainAll(DSLContext dsl, TenantId tenant, Heads.Head locked) {
        Heads.Head head = locked;
        while (!head.wholly()) {
            head = step(dsl, tenant, head);
        }
        return head.hash();
    }

    private static Heads.Head step(DSLContext dsl, TenantId tenant, Heads.Head locked) {
        List<EventRecord> rows = EventRows.rows(dsl, tenant, locked.chained(), AT_ONCE);
        if (locked.wholly() || rows.isEmpty()) {
            return new Heads.Head(locked.position(), locked.position(), locked.hash());
        }
        EventHash last = locked.hash();
        List<String> hashes = new ArrayList<>();
        for (EventRecord row : rows) {
            last = EventChain.next(last, StoredRow.event(row));
            hashes.add(last.hex());
        }
        Long[] positions = rows.stream().map(EventRecord::getPosition).toArray(Long[]::new);
        dsl.execute(SET, DSL.val(positions), DSL.val(hashes.toArray(String[]::new)), DSL.val(tenant.value()));
        Position upTo = new Position(rows.getLast().getPosition());
        Heads.chained(dsl, tenant, upTo, last);
        return new Heads.Head(locked.position(), upTo, last);
    }
}
