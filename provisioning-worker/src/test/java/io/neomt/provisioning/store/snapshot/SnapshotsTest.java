package io.neomt.provisioning.store.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.provisioning.store.TenantTemplate;
import io.neomt.testkit.backends.Backends;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class SnapshotsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final DataSource database = Backends.shared().freshDatabase();
    private final DSLContext dsl = DSL.using(database, SQLDialect.POSTGRES);
    private final List<String> unproven = new ArrayList<>();

    @Test
    void theSnapshotOfTheShippedTemplateIsProvenAndFlywayFindsNothingToSay() {
        Snapshot snapshot = snapshots(new TenantTemplate()).of("main", database).orElseThrow();

        assertThat(snapshot.version()).isEqualTo(TenantTemplate.SHIPPED);
        dsl.execute("CREATE SCHEMA tenant_copy");
        dsl.transaction(copy -> {
            copy.dsl().execute("SET LOCAL search_path TO tenant_copy");
            Scripts.run(copy.dsl(), snapshot.history(), snapshot.tables());
        });
        Flyway flyway = Flyway.configure()
                .dataSource(database)
                .schemas("tenant_copy")
                .locations("classpath:db/tenant")
                .load();
        flyway.validate();
        assertThat(flyway.info().pending()).isEmpty();
        assertThat(flyway.info().current())
                .extracting(MigrationInfo::getVersion)
                .hasToString(TenantTemplate.SHIPPED.value());
        assertThat(flyway.migrate().migrationsExecuted).isZero();
        assertThat(schemas("neo_replay_%")).isZero();
    }

    @Test
    void aTemplateWithSomethingThatTheCompilerLacksHasNoSnapshot() {
        TemplateReplay withView = (source, schema) -> {
            new TenantTemplate().migrate(source, schema);
            DSL.using(source, SQLDialect.POSTGRES)
                    .execute("CREATE VIEW " + schema + ".names AS SELECT username FROM " + schema + ".users");
        };

        assertThat(snapshots(withView).of("main", database)).isEqualTo(Optional.empty());
        assertThat(unproven).singleElement().asString().contains("main").contains("names");
        assertThat(schemas("neo_replay_%")).isZero();
    }

    @Test
    void whatACrashLeftIsRemovedLaterAndWhatAnotherDoesNowIsNot() {
        dsl.execute("CREATE SCHEMA neo_replay_1600000000_00c0ffee");
        dsl.execute("CREATE SCHEMA neo_replay_" + NOW.getEpochSecond() + "_00c0ffee");

        assertThat(snapshots(new TenantTemplate()).of("main", database)).isPresent();

        assertThat(schemas("neo_replay_%")).isOne();
    }

    private Snapshots snapshots(TemplateReplay replay) {
        return new Snapshots(replay, () -> NOW, (name, failure) -> unproven.add(name + ": " + failure.getMessage()));
    }

    private int schemas(String like) {
        return dsl.fetchSingle("SELECT count(*)::int FROM pg_namespace WHERE nspname LIKE ?", like)
                .get(0, Integer.class);
    }
}
