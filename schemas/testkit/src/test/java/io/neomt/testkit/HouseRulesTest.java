package io.neomt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    private static final String BREACHES = "io.neomt.testkit.breaches";
    private static final String TIDY = "io.neomt.testkit.tidy";

    @Test
    void aTidyModulePasses() {
        rules(TIDY).plumbing("store", "config").features("alpha").kernel("core").verify();
    }

    @Test
    void aListedPackageWithoutClassesFails() {
        assertThatThrownBy(() -> rules(TIDY)
                        .plumbing("store", "config", "stream")
                        .features("alpha")
                        .kernel("core")
                        .verify())
                .hasMessageContaining("1 breaches")
                .hasMessageContaining(TIDY + ".stream is listed but has no classes");
    }

    @Test
    void aModuleWithoutClassesFails() {
        assertThatThrownBy(() -> rules("io.neomt.nowhere").verify())
                .hasMessageContaining("io.neomt.nowhere has no classes");
    }

    @Test
    void whatIsNotListedAsPlumbingIsPure() {
        assertThatThrownBy(() -> rules(TIDY)
                        .plumbing("config")
                        .features("alpha")
                        .kernel("core")
                        .verify())
                .hasMessageContaining("javax.sql.DataSource");
    }

    @Test
    void everyBreachIsNamed() {
        Throwable thrown = catchThrowable(() -> rules(BREACHES)
                .plumbing("store", "web", "config")
                .features("alpha", "beta")
                .kernel("core")
                .verify());

        assertThat(thrown.getMessage())
                .contains("Alpha.calls is static and not final")
                .contains("Instant.now()>")
                .contains("UUID.randomUUID()>")
                .contains("java.nio.file.Path")
                .contains("features do not know each other")
                .contains("the kernel does not know the features")
                .contains("nobody but config uses config")
                .contains("'store' does not own HTTP")
                .contains("'web' does not own SQL")
                .doesNotContain("'config' does not own")
                .containsPattern("Beta.*Store.*pure code does not use this");
    }

    @Test
    void anAssemblyMayUseFeaturesAndNoFeatureUsesIt() {
        Throwable used = catchThrowable(() -> rules(BREACHES)
                .plumbing("store", "web", "config")
                .assemblies("alpha")
                .kernel("core")
                .verify());
        Throwable using = catchThrowable(() -> rules(BREACHES)
                .plumbing("store", "web", "config")
                .assemblies("beta")
                .kernel("core")
                .verify());

        assertThat(used.getMessage() + using.getMessage())
                .doesNotContain("features do not know each other")
                .contains("features do not know what puts them together");
    }

    @Test
    void aPlumbingPackageOfAnotherNameOwnsWhatItIsGiven() {
        Throwable thrown = catchThrowable(() -> rules(BREACHES)
                .plumbing("web", "config")
                .owns("store", Library.HTTP)
                .verify());

        assertThat(thrown.getMessage()).doesNotContain("'store' does not own");
    }

    @Test
    void thePermissionModelIsPure() {
        HouseRules.of("io.neomt.permission").verify();
    }

    @Test
    void theEventContractKeepsAvroAndHttpToThemselves() {
        HouseRules.of("io.neomt.event")
                .plumbing("avro", "codec")
                .owns("registry", Library.HTTP)
                .verify();
    }

    @Test
    void theViewContractKeepsSqlToItself() {
        HouseRules.of("io.neomt.view")
                .owns("jooq", Library.SQL)
                .owns("store", Library.SQL)
                .pureMayUse("tools.jackson.core")
                .verify();
    }

    private static HouseRules rules(String base) {
        return HouseRules.over(base, new ClassFileImporter().importPackages(base));
    }
}
