package io.neomt.provisioning.connections;

import static io.neomt.view.jooq.admin.admin.Tables.DATABASE_CONNECTIONS;

import io.neomt.provisioning.registry.ConnectionType;
import io.neomt.provisioning.registry.DisabledBy;
import io.neomt.provisioning.registry.Limits;
import io.neomt.provisioning.registry.NewConnection;
import io.neomt.provisioning.registry.Refusal;
import io.neomt.provisioning.registry.RefusedException;
import io.neomt.provisioning.registry.Registered;
import io.neomt.provisioning.registry.Server;
import io.neomt.provisioning.registry.ServerFacts;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Writes rows of the registry, within one transaction. */
final class ConnectionWriter {

    private static final Field<Instant> NOW = DSL.field("now()", Instant.class);

    private final DSLContext dsl;
    private final Passwords passwords;

    ConnectionWriter(DSLContext dsl, Passwords passwords) {
        this.dsl = dsl;
        this.passwords = passwords;
    }

    /** @throws RefusedException when the name is taken or region or cluster do not fit */
    void insert(UUID id, NewConnection wanted, ServerFacts facts) {
        Clusters clusters = new Clusters(dsl);
        UUID region = RegionRows.id(dsl, wanted.region());
        @Nullable String cluster = clusters.join(wanted, facts);
        int inserted = dsl.insertInto(DATABASE_CONNECTIONS)
                .set(DATABASE_CONNECTIONS.ID, id)
                .set(DATABASE_CONNECTIONS.CONNECTION_NAME, wanted.name())
                .set(DATABASE_CONNECTIONS.CONNECTION_TYPE, lower(wanted.type()))
                .set(DATABASE_CONNECTIONS.REGION_ID, region)
                .set(DATABASE_CONNECTIONS.HOST, wanted.server().host())
                .set(DATABASE_CONNECTIONS.PORT, wanted.server().port())
                .set(DATABASE_CONNECTIONS.DATABASE_NAME, wanted.server().database())
                .set(DATABASE_CONNECTIONS.USERNAME, wanted.server().username())
                .set(
                        DATABASE_CONNECTIONS.ENCRYPTED_PASSWORD,
                        passwords.seal(id, wanted.server().password()))
                .set(DATABASE_CONNECTIONS.ENCRYPTION_KEY_ID, passwords.keyId())
                .set(DATABASE_CONNECTIONS.POOL_MIN_SIZE, wanted.limits().poolMin())
                .set(DATABASE_CONNECTIONS.POOL_MAX_SIZE, wanted.limits().poolMax())
                .set(DATABASE_CONNECTIONS.MAX_TENANTS, wanted.limits().maxTenants())
                .set(DATABASE_CONNECTIONS.MAX_BYTES, wanted.limits().maxBytes())
                .set(
                        DATABASE_CONNECTIONS.MAX_CONSECUTIVE_FAILURES,
                        wanted.limits().maxFailures())
                .set(DATABASE_CONNECTIONS.PURPOSE, lower(wanted.purpose()))
                .set(DATABASE_CONNECTIONS.CLUSTER_NAME, cluster)
                .onConflict(DATABASE_CONNECTIONS.CONNECTION_NAME)
                .doNothing()
                .execute();
        if (inserted == 0) {
            throw new RefusedException(
                    Refusal.CONNECTION_EXISTS,
                    "a connection of this name is registered",
                    Map.of("connection_name", wanted.name()));
        }
        clusters.begin(wanted, region);
        HealthRows.record(dsl, wanted.name(), facts);
    }

    /** Nobody else changes the connection until the transaction ends. */
    void require(String name, @Nullable Long version) {
        Long present = dsl.select(DATABASE_CONNECTIONS.VERSION)
                .from(DATABASE_CONNECTIONS)
                .where(DATABASE_CONNECTIONS.CONNECTION_NAME.eq(name))
                .forUpdate()
                .fetchOne(DATABASE_CONNECTIONS.VERSION);
        if (version != null && present != null && !version.equals(present)) {
            throw RefusedException.changed(present);
        }
    }

    void update(Registered row, Server server, Limits limits) {
        dsl.update(DATABASE_CONNECTIONS)
                .set(DATABASE_CONNECTIONS.HOST, server.host())
                .set(DATABASE_CONNECTIONS.PORT, server.port())
                .set(DATABASE_CONNECTIONS.DATABASE_NAME, server.database())
                .set(DATABASE_CONNECTIONS.USERNAME, server.username())
                .set(DATABASE_CONNECTIONS.ENCRYPTED_PASSWORD, passwords.seal(row.id(), server.password()))
                .set(DATABASE_CONNECTIONS.ENCRYPTION_KEY_ID, passwords.keyId())
                .set(DATABASE_CONNECTIONS.POOL_MIN_SIZE, limits.poolMin())
                .set(DATABASE_CONNECTIONS.POOL_MAX_SIZE, limits.poolMax())
                .set(DATABASE_CONNECTIONS.MAX_TENANTS, limits.maxTenants())
                .set(DATABASE_CONNECTIONS.MAX_BYTES, limits.maxBytes())
                .set(DATABASE_CONNECTIONS.MAX_CONSECUTIVE_FAILURES, limits.maxFailures())
                .set(DATABASE_CONNECTIONS.UPDATED_AT, NOW)
                .set(DATABASE_CONNECTIONS.VERSION, DATABASE_CONNECTIONS.VERSION.plus(1))
                .where(DATABASE_CONNECTIONS.ID.eq(row.id()))
                .execute();
    }

    int drain(String name) {
        return dsl.update(DATABASE_CONNECTIONS)
                .set(DATABASE_CONNECTIONS.IS_DRAINING, true)
                .set(DATABASE_CONNECTIONS.UPDATED_AT, NOW)
                .set(DATABASE_CONNECTIONS.VERSION, DATABASE_CONNECTIONS.VERSION.plus(1))
                .where(DATABASE_CONNECTIONS.CONNECTION_NAME.eq(name))
                .execute();
    }

    int disable(String name, DisabledBy by) {
        return dsl.update(DATABASE_CONNECTIONS)
                .set(DATABASE_CONNECTIONS.IS_ACTIVE, false)
                .set(DATABASE_CONNECTIONS.DISABLED_BY, lower(by))
                .set(DATABASE_CONNECTIONS.DISABLED_AT, NOW)
                .set(DATABASE_CONNECTIONS.UPDATED_AT, NOW)
                .set(DATABASE_CONNECTIONS.VERSION, DATABASE_CONNECTIONS.VERSION.plus(1))
                .where(DATABASE_CONNECTIONS.CONNECTION_NAME.eq(name))
                .execute();
    }

    int activate(String name, ConnectionType type) {
        return dsl.update(DATABASE_CONNECTIONS)
                .set(DATABASE_CONNECTIONS.CONNECTION_TYPE, lower(type))
                .set(DATABASE_CONNECTIONS.IS_ACTIVE, true)
                .set(DATABASE_CONNECTIONS.IS_HEALTHY, true)
                .set(DATABASE_CONNECTIONS.IS_DRAINING, false)
                .setNull(DATABASE_CONNECTIONS.DISABLED_BY)
                .setNull(DATABASE_CONNECTIONS.DISABLED_AT)
                .setNull(DATABASE_CONNECTIONS.LAST_ERROR)
                .set(DATABASE_CONNECTIONS.CONSECUTIVE_FAILURES, 0)
                .set(DATABASE_CONNECTIONS.UPDATED_AT, NOW)
                .set(DATABASE_CONNECTIONS.VERSION, DATABASE_CONNECTIONS.VERSION.plus(1))
                .where(DATABASE_CONNECTIONS.CONNECTION_NAME.eq(name))
                .execute();
    }

    void delete(Registered row) {
        try {
            new Clusters(dsl).leave(row);
            dsl.deleteFrom(DATABASE_CONNECTIONS)
                    .where(DATABASE_CONNECTIONS.ID.eq(row.id()))
                    .execute();
        } catch (IntegrityConstraintViolationException e) {
            // a tenant came meanwhile, or servers of its cluster follow it
            throw new RefusedException(
                    Refusal.CONNECTION_IN_USE,
                    "tenants, or other servers of its cluster, need the connection",
                    Map.of("connection_name", row.name()));
        }
    }

    /** False where somebody else was faster. */
    boolean reencrypt(Registered row) {
        var sealed = dsl.select(DATABASE_CONNECTIONS.ENCRYPTION_KEY_ID, DATABASE_CONNECTIONS.ENCRYPTED_PASSWORD)
                .from(DATABASE_CONNECTIONS)
                .where(DATABASE_CONNECTIONS.ID.eq(row.id()))
                .forUpdate()
                .fetchOne();
        if (sealed == null || sealed.value1().equals(passwords.keyId())) {
            return false;
        }
        String password = passwords.open(row.id(), sealed.value1(), sealed.value2());
        return dsl.update(DATABASE_CONNECTIONS)
                        .set(DATABASE_CONNECTIONS.ENCRYPTED_PASSWORD, passwords.seal(row.id(), password))
                        .set(DATABASE_CONNECTIONS.ENCRYPTION_KEY_ID, passwords.keyId())
                        .where(DATABASE_CONNECTIONS.ID.eq(row.id()))
                        .execute()
                == 1;
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
