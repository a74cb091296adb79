package io.neomt.migration.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.migration.plan.AppliedMigration;
import io.neomt.migration.plan.SchemaVersion;
import io.neomt.migration.plan.Script;
import io.neomt.migration.plan.fleet.Level;
import io.neomt.migration.plan.fleet.Scope;
import io.neomt.migration.plan.fleet.Target;
import io.neomt.migration.run.Validation.ScriptsChangedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValidationTest {

    private static final Script FIRST = script("1");
    private static final Script SECOND = script("2");
    private static final List<Script> SHIPPED = List.of(FIRST, SECOND);
    private static final List<AppliedMigration> SAME = List.of(applied(FIRST), applied(SECOND));
    private static final List<AppliedMigration> OTHER = List.of(applied(FIRST), applied(SECOND, 99, true));

    private final Map<String, List<AppliedMigration>> histories = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<Target> fleet = new ArrayList<>();
    private final Validation validation = new Validation(() -> Map.of(Level.TENANT, SHIPPED), target -> {
        asked.add(target.name());
        return Optional.ofNullable(histories.get(target.name()));
    });

    @Test
    void theFirstThatAgreesIsEnough() {
        tenant("a", "one", "2", SAME);
        tenant("b", "one", "2", OTHER);

        assertThatCode(this::check).doesNotThrowAnyException();
        assertThat(asked).containsExactly("a");
    }

    @Test
    void anEditedScriptIsRefusedWithItsNameAndWhereItWasSeen() {
        tenant("a", "one", "2", OTHER);
        tenant("b", "two", "1", List.of(applied(FIRST)));
        histories.remove("b");

        assertThatThrownBy(this::check)
                .isInstanceOfSatisfying(ScriptsChangedException.class, e -> assertThat(e.schema())
                        .isEqualTo("a"))
                .hasMessageContaining(SECOND.name());
    }

    @Test
    void aSchemaWithASpoiledHistoryDoesNotSpeakForAll() {
        tenant("a", "one", "2", OTHER);
        tenant("b", "one", "2", SAME);

        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void thoseToWhichTheMostWasAppliedAreAskedOneOfEachConnectionFirst() {
        tenant("a", "one", "1", OTHER);
        tenant("b", "one", "2", OTHER);
        tenant("c", "one", "2", OTHER);
        tenant("d", "two", "1", OTHER);

        assertThatThrownBy(this::check).isInstanceOf(ScriptsChangedException.class);
        assertThat(asked).containsExactly("b", "d", "c");
    }

    @Test
    void whatCannotBeAskedOrBrokeOffOrWasNeverMigratedTellsNothing() {
        tenant("a", "one", "2", SAME);
        histories.remove("a");
        tenant("b", "two", "2", List.of(applied(FIRST), applied(SECOND, 99, false)));
        tenant("c", "three", null, OTHER);

        assertThatCode(this::check).doesNotThrowAnyException();
        assertThat(asked).containsExactly("a", "b");
    }

    @Test
    void onlyTheLevelsOfTheScopeAreAsked() {
        tenant("a", "one", "2", OTHER);

        assertThatCode(() -> validation.check(Scope.REGIONAL, fleet)).doesNotThrowAnyException();
        assertThat(asked).isEmpty();
    }

    private void check() {
        validation.check(Scope.ALL, fleet);
    }

    private void tenant(String slug, String connection, @Nullable String version, List<AppliedMigration> history) {
        fleet.add(new Target(
                Level.TENANT,
                connection,
                null,
                "tenant_" + slug,
                new Target.Owner(new UUID(1, fleet.size()), slug),
                version == null ? null : new SchemaVersion(version)));
        histories.put(slug, history);
    }

    private static Script script(String version) {
        return new Script(new SchemaVersion(version), "", "V" + version + "__x.sql", 1, "SELECT 1");
    }

    private static AppliedMigration applied(Script script) {
        return applied(script, script.checksum(), true);
    }

    private static AppliedMigration applied(Script script, int checksum, boolean successful) {
        return new AppliedMigration(
                script.version(), "", script.name(), checksum, Instant.EPOCH, Duration.ZERO, successful);
    }
}
