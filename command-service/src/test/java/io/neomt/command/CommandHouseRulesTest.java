package io.neomt.command;

import io.neomt.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class CommandHouseRulesTest {

    @Test
    void featuresArePureAndEachLibraryHasOneOwner() {
        HouseRules.of("io.neomt.command")
                .plumbing("store", "stream", "sweep", "web", "config")
                .kernel("kernel")
                .features(
                        "organization",
                        "tenant",
                        "user",
                        "role",
                        "grant",
                        "team",
                        "catalogue",
                        "resource",
                        "access",
                        "template",
                        "migration",
                        "intervention",
                        "expiry",
                        "relay")
                .assemblies("model")
                .verify();
    }
}
