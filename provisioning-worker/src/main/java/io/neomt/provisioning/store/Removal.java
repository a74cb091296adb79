package io.neomt.provisioning.store;

import static org.jooq.impl.DSL.quotedName;

import io.neomt.commons.connections.Connections;
import io.neomt.provisioning.plan.Place;
import io.neomt.view.DatabaseRole;
import io.neomt.view.SchemaName;
import java.util.ArrayList;
import java.util.List;

/** Removes what a tenant has in PostgreSQL, and says what there was. */
final class Removal {

    private final Connections connections;
    private final Place place;
    private final Runnable check;

    /** @param check throws where nothing may be removed any more */
    Removal(Connections connections, Place place, Runnable check) {
        this.check = check;
        this.connections = connections;
        this.place = place;
    }

    List<String> remove(SchemaName schema, DatabaseRole role) {
        List<String> removed = new ArrayList<>();
        String own = place.databaseName();
        check.run();
        if (own == null) {
            removed.addAll(schema(schema));
        } else if (new OwnDatabase(connections.pool(place.connectionName()), own).drop()) {
            removed.add("database " + own + " on " + place.connectionName());
        }
        removed.addAll(role(role));
        return List.copyOf(removed);
    }

    private List<String> schema(SchemaName schema) {
        return connections.database(place.connectionName(), null).write(dsl -> {
            boolean there = dsl.fetchSingle("SELECT to_regnamespace(?) IS NOT NULL", schema.value())
                    .get(0, Boolean.class);
            dsl.dropSchemaIfExists(quotedName(schema.value())).cascade().execute();
            check.run();
            return there ? List.of("schema " + schema + " on " + place.connectionName()) : List.of();
        });
    }

    private List<String> role(DatabaseRole role) {
        return connections.database(place.connectionName(), null).write(dsl -> {
            boolean there = new TenantRole(dsl, role.value()).exists();
            dsl.execute("DROP ROLE IF EXISTS {0}", quotedName(role.value()));
            check.run();
            return there ? List.of("role " + role + " on " + place.connectionName()) : List.of();
        });
    }
}
