package io.neomt.projection.views;

import static io.neomt.view.jooq.admin.admin.Tables.TENANTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.TenantId;
import io.neomt.projection.kernel.TrackStatus;
import io.neomt.projection.world.History;
import io.neomt.view.DatabaseRole;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What PostgreSQL does not permit, or not yet, is tried again. */
class PermittedLaterTest {

    private final Stage stage = new Stage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aTenantWhoseRoleMayNotBeTakenYetWaitsAndIsCompletedWhenItMay() {
        History history = stage.stored(17, 60);
        TenantId tenant = history.tenant();
        Name role = DSL.name(DatabaseRole.of(tenant).value());
        String current = stage.world
                .schema(tenant)
                .read(dsl -> dsl.select(DSL.currentSchema()).fetchSingle().value1());
        Name schema = DSL.name(current);
        // without a grant: who makes a role may give it to itself, and has not
        asOwner(tenant, "CREATE ROLE {0} NOLOGIN", role);
        asOwner(tenant, "GRANT USAGE ON SCHEMA {0} TO {1}", schema, role);
        asOwner(tenant, "GRANT ALL ON ALL TABLES IN SCHEMA {0} TO {1}", schema, role);
        stage.world.admin.write(dsl -> dsl.update(TENANTS)
                .set(TENANTS.DATABASE_ROLE, role.last())
                .where(TENANTS.ID.eq(tenant.value()))
                .execute());
        stage.world.directory.forget(tenant);

        stage.deliver(history, 1, 40);
        assertThat(stage.service.parked).isEmpty();
        assertThat(stage.service.retried).isNotEmpty().allSatisfy(cause -> assertThat(cause)
                .hasMessageContaining("permission denied to set role"));
        assertThat(stage.service.engine.statuses(tenant))
                .noneMatch(status -> status.state().equals(TrackStatus.State.PARKED));

        asOwner(tenant, "GRANT {0} TO CURRENT_USER WITH SET TRUE, INHERIT FALSE", role);
        stage.service.retried.clear();
        stage.service.engine.retry(tenant);
        stage.catchUp(history);
        stage.assertViewsAreTheLog(history);
    }

    private void asOwner(TenantId tenant, String sql, Name... names) {
        stage.world.schema(tenant).write(dsl -> dsl.execute(sql, (Object[]) names));
    }
}
