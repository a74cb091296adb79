package io.neomt.provisioning.plan;

import static io.neomt.provisioning.plan.Step.ACTIVATE;
import static io.neomt.provisioning.plan.Step.CLEAR_CACHE;
import static io.neomt.provisioning.plan.Step.CLOSE_REALM;
import static io.neomt.provisioning.plan.Step.CREATE_DATABASE;
import static io.neomt.provisioning.plan.Step.CREATE_SCHEMA;
import static io.neomt.provisioning.plan.Step.DROP_REALM;
import static io.neomt.provisioning.plan.Step.DROP_SCHEMA;
import static io.neomt.provisioning.plan.Step.PLACE;
import static io.neomt.provisioning.plan.Step.REALM;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.DeploymentType;
import io.neomt.event.TenantId;
import io.neomt.view.SchemaName;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlanTest {

    @Test
    void aTenantGetsWhatItsKindNeedsInOrder() {
        assertThat(Plan.provision(wish(DeploymentType.SCHEMA, false))).containsExactly(PLACE, CREATE_SCHEMA, ACTIVATE);
        assertThat(Plan.provision(wish(DeploymentType.DEDICATED, true)))
                .containsExactly(PLACE, CREATE_SCHEMA, REALM, ACTIVATE);
        assertThat(Plan.provision(wish(DeploymentType.DATABASE, true)))
                .containsExactly(PLACE, CREATE_DATABASE, CREATE_SCHEMA, REALM, ACTIVATE);
    }

    @Test
    void whatWasMadeIsTakenBackTheLastFirst() {
        assertThat(Plan.compensate(wish(DeploymentType.DATABASE, true))).containsExactly(DROP_REALM, DROP_SCHEMA);
        assertThat(Plan.compensate(wish(DeploymentType.SCHEMA, false))).containsExactly(DROP_SCHEMA);
    }

    @Test
    void aPurgeLeavesNothingAndADeletionEverything() {
        assertThat(Plan.close(wish(DeploymentType.SCHEMA, true))).containsExactly(CLOSE_REALM);
        assertThat(Plan.close(wish(DeploymentType.SCHEMA, false))).isEmpty();
        assertThat(Plan.purge(wish(DeploymentType.SCHEMA, true))).containsExactly(DROP_REALM, DROP_SCHEMA, CLEAR_CACHE);
        assertThat(Plan.purge(wish(DeploymentType.SCHEMA, false))).containsExactly(DROP_SCHEMA, CLEAR_CACHE);
    }

    @Test
    void onlyATenantWithItsOwnDatabaseLiesOutsideOfItsConnection() {
        Wish own = wish(DeploymentType.DATABASE, false);

        assertThat(own.at("eu")).isEqualTo(new Place("eu", own.role().value()));
        assertThat(wish(DeploymentType.SCHEMA, false).at("eu")).isEqualTo(new Place("eu", null));
        assertThat(wish(DeploymentType.DEDICATED, false).at("eu")).isEqualTo(new Place("eu", null));
    }

    private static Wish wish(DeploymentType type, boolean realm) {
        return new Wish(
                new TenantId(new UUID(1, 2)),
                "acme",
                "Acme",
                SchemaName.ofSlug("acme"),
                "eu-west-1",
                type,
                realm,
                Optional.empty());
    }
}
