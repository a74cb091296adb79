package io.neomt.query.store;

import static io.neomt.view.jooq.tenant.Tables.PROJECTION_POSITION;

import io.neomt.commons.connections.Connections;
import io.neomt.commons.connections.Tenant;
import io.neomt.commons.connections.TenantDatabase;
import io.neomt.commons.connections.TenantDirectory;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.query.At;
import io.neomt.query.UnavailableException;
import io.neomt.query.freshness.Relaxed;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.DSLContext;

/** Reads a tenant's schema in one snapshot, together with the position that the snapshot is at. */
public final class TenantSnapshots {

    /** The projection that fills the schema, as it names itself there. */
    private static final String PROJECTION = "tenantschema";

    private final TenantDirectory directory;
    private final Connections connections;

    public TenantSnapshots(TenantDirectory directory, Connections connections) {
        this.directory = directory;
        this.connections = connections;
    }

    <T> At<T> read(TenantId tenant, Function<DSLContext, T> work) {
        return readAt(tenant, (dsl, _) -> work.apply(dsl));
    }

    /** @param work is given the position, too */
    <T> At<T> readAt(TenantId tenant, BiFunction<DSLContext, Position, T> work) {
        return Guard.read(() -> database(tenant).read(dsl -> {
            Position at = position(dsl);
            return new At<>(at, work.apply(dsl, at));
        }));
    }

    private TenantDatabase database(TenantId id) {
        Tenant tenant = tenant(id);
        return Relaxed.isAllowed() ? connections.forReading(tenant) : connections.forTenant(tenant);
    }

    private Tenant tenant(TenantId id) {
        return directory
                .find(id)
                .orElseThrow(() -> new UnavailableException(
                        UnavailableException.Reason.DEPENDENCY_UNAVAILABLE,
                        "the tenant is not in the directory",
                        null));
    }

    private static Position position(DSLContext dsl) {
        return dsl.select(PROJECTION_POSITION.POSITION)
                .from(PROJECTION_POSITION)
                .where(PROJECTION_POSITION.PROJECTION.eq(PROJECTION))
                .fetchOptional(PROJECTION_POSITION.POSITION)
                .map(Position::new)
                .orElse(Position.NONE);
    }
}
