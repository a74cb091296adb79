package io.neomt.provisioning.store;

import static io.neomt.provisioning.store.SqlFailures.guarded;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.quotedName;

import com.zaxxer.hikari.HikariDataSource;
import io.neomt.commons.connections.Connections;
import io.neomt.commons.connections.WholeDatabase;
import io.neomt.provisioning.plan.Place;
import io.neomt.provisioning.plan.SchemaFacts;
import io.neomt.provisioning.plan.TemplateVersion;
import io.neomt.provisioning.run.Made;
import io.neomt.provisioning.run.Schemas;
import io.neomt.provisioning.store.snapshot.Snapshot;
import io.neomt.provisioning.store.snapshot.Snapshots;
import io.neomt.view.DatabaseRole;
import io.neomt.view.SchemaName;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Tenants' schemas in PostgreSQL. A schema carries the time of its creation as its comment. */
public final class PostgresSchemas implements Schemas {

    private static final String WHAT_IS_THERE =
            "SELECT to_regnamespace(?) IS NOT NULL, to_regrole(?) IS NOT NULL, to_regclass('neo_stock.ready') IS NOT NULL";

    private final Connections connections;
    private final TenantTemplate template;
    private final Snapshots snapshots;
    private final InstantSource clock;
    private final Runnable check;

    public PostgresSchemas(Connections connections, TenantTemplate template, Snapshots snapshots, InstantSource clock) {
        this(connections, template, snapshots, clock, () -> {});
    }

    private PostgresSchemas(
            Connections connections,
            TenantTemplate template,
            Snapshots snapshots,
            InstantSource clock,
            Runnable check) {
        this.check = check;
        this.connections = connections;
        this.template = template;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    @Override
    public PostgresSchemas under(Runnable held) {
        return new PostgresSchemas(connections, template, snapshots, clock, held);
    }

    @Override
    public TemplateVersion shipped() {
        return TenantTemplate.SHIPPED;
    }

    @Override
    public Optional<TemplateVersion> version(Place place, SchemaName schema) {
        return facts(place, schema).version();
    }

    /** All there is to say about the schema. */
    public SchemaFacts facts(Place place, SchemaName schema) {
        return guarded(() -> database(place).write(dsl -> new SchemaCatalog(dsl, schema).facts()));
    }

    @Override
    public boolean makeDatabase(Place place) {
        check.run();
        return guarded(() -> new OwnDatabase(connections.pool(place.connectionName()), databaseOf(place)).make());
    }

    /** The stock is tried before the snapshot is asked for, which has to be proven first. */
    @Override
    public Made make(Place place, SchemaName schema, DatabaseRole role) {
        return guarded(() -> {
            Optional<Made> quick = database(place).write(dsl -> foundOrTaken(dsl, schema, role));
            Made made = quick.orElseGet(() -> build(place, schema, role));
            if (made == Made.FOUND || made == Made.MIGRATIONS) {
                complete(place, schema, role);
            }
            return made;
        });
    }

    /** A schema of a newer worker is used as it is. */
    private void complete(Place place, SchemaName schema, DatabaseRole role) {
        boolean behind = version(place, schema)
                .map(version -> version.compareTo(TenantTemplate.SHIPPED) < 0)
                .orElse(true);
        if (behind) {
            migrate(place, schema);
        }
        giveRole(place, schema, role);
    }

    private Optional<Made> foundOrTaken(DSLContext dsl, SchemaName schema, DatabaseRole role) {
        Record there = dsl.fetchSingle(WHAT_IS_THERE, schema.value(), role.value());
        if (there.get(0, Boolean.class)) {
            return Optional.of(Made.FOUND);
        }
        boolean stocked = there.get(2, Boolean.class) && !there.get(1, Boolean.class);
        if (stocked && new Stock(dsl).take(TenantTemplate.SHIPPED.value(), schema.value(), role.value())) {
            signed(dsl, schema);
            check.run();
            return Optional.of(Made.STOCK);
        }
        return Optional.empty();
    }

    private Made build(Place place, SchemaName schema, DatabaseRole role) {
        Optional<Snapshot> snapshot = snapshots.of(place.connectionName(), pool(place));
        return database(place).write(dsl -> {
            ensure(dsl, role);
            snapshot.ifPresentOrElse(
                    compiled -> new SchemaBuilder(dsl, compiled).make(schema.value(), role.value()),
                    () -> dsl.createSchema(quotedName(schema.value())).execute());
            signed(dsl, schema);
            check.run();
            return snapshot.isPresent() ? Made.SNAPSHOT : Made.MIGRATIONS;
        });
    }

    private void signed(DSLContext dsl, SchemaName schema) {
        dsl.execute(
                "COMMENT ON SCHEMA {0} IS {1}",
                quotedName(schema.value()), inline(clock.instant().toString()));
    }

    private static void ensure(DSLContext dsl, DatabaseRole role) {
        TenantRole made = new TenantRole(dsl, role.value());
        if (!made.exists()) {
            made.make();
        }
    }

    private void migrate(Place place, SchemaName schema) {
        check.run();
        guarded(() -> {
            template.migrate(pool(place), schema);
            return schema;
        });
    }

    @Override
    public void giveRole(Place place, SchemaName schema, DatabaseRole role) {
        guarded(() -> database(place).write(dsl -> {
            ensure(dsl, role);
            new TenantRole(dsl, role.value()).mayUse(schema.value());
            check.run();
            return role;
        }));
    }

    @Override
    public List<String> remove(Place place, SchemaName schema, DatabaseRole role) {
        return guarded(() -> new Removal(connections, place, check).remove(schema, role));
    }

    private static String databaseOf(Place place) {
        String name = place.databaseName();
        if (name == null) {
            throw new IllegalArgumentException("tenants of " + place + " have no database of their own");
        }
        return name;
    }

    private HikariDataSource pool(Place place) {
        return connections.pool(place.connectionName(), place.databaseName());
    }

    private WholeDatabase database(Place place) {
        return connections.database(place.connectionName(), place.databaseName());
    }
}
