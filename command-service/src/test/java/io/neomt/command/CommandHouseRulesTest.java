package io.neomt.command;

import io.neomt.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class CommandHouseRulesTest {

    @Test
    void featuresArePureAndEachLibraryHasOneOwner() {
        HouseRules.of("io.neomt.command")
                .kernel("kernel")
                .features("organization", "tenant", "user", "role", "grant")
                .assemblies("model")
                .verify();
    }
}
