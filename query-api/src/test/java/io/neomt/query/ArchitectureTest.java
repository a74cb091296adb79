package io.neomt.query;

import io.neomt.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theHouseRulesHold() {
        HouseRules.of("io.neomt.query")
                .plumbing("store", "cache", "metrics", "web", "config")
                .features("lookup", "freshness", "memory", "explain")
                .kernel("scene", "check")
                .assemblies("authzen")
                .verify();
    }
}
