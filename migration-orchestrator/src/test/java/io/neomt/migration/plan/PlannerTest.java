package io.neomt.migration.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.migration.plan.MigrationPlan.Apply;
import io.neomt.migration.plan.MigrationPlan.Broken;
import io.neomt.migration.plan.MigrationPlan.Changed;
import io.neomt.migration.plan.MigrationPlan.Gap;
import io.neomt.migration.plan.MigrationPlan.Missing;
import io.neomt.migration.plan.MigrationPlan.Refused;
import io.neomt.migration.plan.MigrationPlan.TooNew;
import io.neomt.migration.plan.MigrationPlan.UpToDate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private static final ShippedMigration FIRST = shipped("9");
    private static final ShippedMigration SECOND = shipped("10");

    @Test
    void anEmptyDatabaseGetsEverythingInTheOrderOfTheNumbers() {
        assertThat(plan(List.of(SECOND, FIRST), List.of())).isEqualTo(new Apply(List.of(FIRST, SECOND)));
    }

    @Test
    void aMigratedDatabaseIsLeftAlone() {
        assertThat(plan(List.of(FIRST, SECOND), List.of(applied(FIRST), applied(SECOND))))
                .isEqualTo(new UpToDate(new SchemaVersion("10")));
    }

    @Test
    void onlyWhatIsMissingIsApplied() {
        assertThat(plan(List.of(FIRST, SECOND), List.of(applied(FIRST)))).isEqualTo(new Apply(List.of(SECOND)));
    }

    @Test
    void aNewerDatabaseIsRefused() {
        MigrationPlan plan = plan(List.of(FIRST), List.of(applied(FIRST), applied(SECOND)));

        assertThat(plan).isEqualTo(new TooNew(applied(SECOND), new SchemaVersion("9")));
        assertThat(((Refused) plan).message())
                .contains("at version 10", "up to 9", "start the newer build", SECOND.script());
    }

    @Test
    void aChangedMigrationIsRefused() {
        AppliedMigration other = applied(new ShippedMigration(FIRST.version(), FIRST.script(), 7));

        assertThat(plan(List.of(FIRST, SECOND), List.of(other))).isEqualTo(new Changed(other));
    }

    @Test
    void aMigrationThatIsNoLongerShippedIsRefused() {
        assertThat(plan(List.of(SECOND), List.of(applied(FIRST), applied(SECOND))))
                .isEqualTo(new Missing(applied(FIRST)));
        assertThat(new Missing(applied(FIRST)).message()).contains(FIRST.script(), "missing");
    }

    @Test
    void aMigrationThatBrokeOffIsRefusedFirst() {
        AppliedMigration broken = applied(SECOND, false);

        assertThat(plan(List.of(FIRST), List.of(applied(FIRST), broken))).isEqualTo(new Broken(broken));
    }

    @Test
    void aMigrationThatWasSlippedInBelowTheCurrentVersionIsRefused() {
        assertThat(plan(List.of(FIRST, SECOND), List.of(applied(SECOND))))
                .isEqualTo(new Gap(FIRST, new SchemaVersion("10")));
    }

    @Test
    void everyRefusalSaysWhatToDo() {
        List<Refused> refusals = List.of(
                new TooNew(applied(SECOND), FIRST.version()),
                new Missing(applied(FIRST)),
                new Broken(applied(FIRST, false)),
                new Changed(applied(FIRST)),
                new Gap(FIRST, SECOND.version()));

        assertThat(refusals).allSatisfy(refusal -> assertThat(refusal.message()).contains(": "));
    }

    @Test
    void aVersionIsAPositiveNumber() {
        for (String text : List.of("", "0", "01", "-1", "1.2", "x", "1234567890123456789")) {
            assertThatThrownBy(() -> new SchemaVersion(text)).hasMessageContaining("'" + text + "'");
        }
    }

    @Test
    void aBuildWithoutMigrationsIsAnError() {
        assertThatThrownBy(() -> new SchemaState(List.of(), List.of())).hasMessageContaining("without migrations");
    }

    private static MigrationPlan plan(List<ShippedMigration> shipped, List<AppliedMigration> applied) {
        return Planner.plan(new SchemaState(shipped, applied));
    }

    private static ShippedMigration shipped(String version) {
        return new ShippedMigration(new SchemaVersion(version), "V" + version + "__x.sql", 42);
    }

    private static AppliedMigration applied(ShippedMigration migration) {
        return applied(migration, true);
    }

    private static AppliedMigration applied(ShippedMigration migration, boolean successful) {
        return new AppliedMigration(
                migration.version(),
                "x",
                migration.script(),
                migration.checksum(),
                Instant.EPOCH,
                Duration.ZERO,
                successful);
    }
}
