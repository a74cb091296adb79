package io.neomt.migration.config;

import io.neomt.migration.plan.MigrationPlan;
import io.neomt.migration.plan.MigrationPlan.Apply;
import io.neomt.migration.plan.MigrationPlan.Refused;
import io.neomt.migration.plan.MigrationPlan.UpToDate;
import io.neomt.migration.plan.ShippedMigration;
import io.neomt.migration.run.AdminMigration;
import java.time.Duration;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;

/** Migrates while the context is being made, and says in the log what was done. */
final class MigrationAtStart implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationAtStart.class);

    private final AdminMigration migration;

    MigrationAtStart(AdminMigration migration) {
        this.migration = migration;
    }

    @Override
    public void afterPropertiesSet() {
        MigrationPlan done = migration.run();
        switch (done) {
            case UpToDate upToDate -> LOG.info("the admin database is at version {}", upToDate.version());
            case Apply apply -> LOG.info("migrated the admin database: {}", scripts(apply));
            case Refused refused -> throw new IllegalStateException(refused.message());
        }
    }

    private static String scripts(Apply apply) {
        return apply.pending().stream().map(ShippedMigration::script).collect(Collectors.joining(", "));
    }

    static void sleep(Duration pause) {
        LOG.warn("the admin database cannot be reached yet, next attempt in {} ms", pause.toMillis());
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the admin database", e);
        }
    }
}
