package io.neomt.migration.store;

import static io.neomt.view.jooq.admin.admin.Tables.MIGRATION_LEVELS;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.migration.plan.SchemaVersion;
import io.neomt.migration.plan.fleet.Level;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** What each level has to be at, for whoever reads the admin database. */
public record RequiredVersions(AdminDatabase database) {

    /** Never goes back: an older process beside a newer one changes nothing. */
    public void say(Map<Level, SchemaVersion> versions) {
        Map<Level, SchemaVersion> unused = database.write(dsl -> {
            versions.forEach((level, version) -> say(dsl, level, version));
            return versions;
        });
    }

    private static void say(DSLContext dsl, Level level, SchemaVersion version) {
        dsl.insertInto(MIGRATION_LEVELS)
                .set(MIGRATION_LEVELS.LEVEL, level.text())
                .set(MIGRATION_LEVELS.REQUIRED_VERSION, version.value())
                .onConflict(MIGRATION_LEVELS.LEVEL)
                .doUpdate()
                .set(MIGRATION_LEVELS.REQUIRED_VERSION, version.value())
                .set(MIGRATION_LEVELS.UPDATED_AT, DSL.currentInstant())
                .where(MIGRATION_LEVELS.REQUIRED_VERSION.cast(Long.class).lt(Long.valueOf(version.value())))
                .execute();
    }
}
