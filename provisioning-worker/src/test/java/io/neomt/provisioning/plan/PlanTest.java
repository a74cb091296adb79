package io.neomt.provisioning.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.provisioning.plan.Step.Activate;
import io.neomt.provisioning.plan.Step.CreateSchema;
import io.neomt.provisioning.plan.Step.MigrateTemplate;
import io.neomt.provisioning.plan.Step.RecordVersion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final TemplateVersion NINE = new TemplateVersion("9");
    private static final TemplateVersion TEN = new TemplateVersion("10");

    @Test
    void aTenantOfWhichThereIsNothingTakesEveryStep() {
        assertThat(Plan.steps(new Actual(false, false, Optional.empty()), TEN))
                .containsExactly(new CreateSchema(), new MigrateTemplate(), new Activate(TEN));
    }

    @Test
    void aCrashAfterTheSchemaWasMadeResumesWithTheMigration() {
        assertThat(Plan.steps(new Actual(false, true, Optional.empty()), TEN))
                .containsExactly(new MigrateTemplate(), new Activate(TEN));
    }

    @Test
    void aCrashAfterTheMigrationResumesWithTheActivation() {
        assertThat(Plan.steps(new Actual(false, true, Optional.of(TEN)), TEN)).containsExactly(new Activate(TEN));
    }

    @Test
    void aSchemaThatAnOlderWorkerMadeIsMigratedFirst() {
        assertThat(Plan.steps(new Actual(false, true, Optional.of(NINE)), TEN))
                .containsExactly(new MigrateTemplate(), new Activate(TEN));
    }

    @Test
    void aSchemaThatANewerWorkerMadeIsUsedAsItIs() {
        assertThat(Plan.steps(new Actual(false, true, Optional.of(TEN)), NINE)).containsExactly(new Activate(TEN));
    }

    @Test
    void anActiveTenantIsBroughtToANewerTemplateAndNeedsNothingElse() {
        assertThat(Plan.steps(new Actual(true, true, Optional.of(NINE)), TEN))
                .containsExactly(new MigrateTemplate(), new RecordVersion(TEN));
        assertThat(Plan.steps(new Actual(true, true, Optional.of(TEN)), TEN)).isEmpty();
        assertThat(Plan.steps(new Actual(true, true, Optional.of(TEN)), NINE)).isEmpty();
    }

    @Test
    void aVersionIsAPositiveNumber() {
        for (String text : List.of("", "0", "01", "1.1", "V1")) {
            assertThatThrownBy(() -> new TemplateVersion(text)).hasMessageContaining("'" + text + "'");
        }
    }
}
