package io.neomt.query;

import io.neomt.testkit.HouseRules;
import io.neomt.testkit.Library;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theHouseRulesHold() {
        HouseRules.of("io.neomt.query")
                .plumbing("store", "cache", "metrics", "web", "config")
                .owns("issuer", Library.HTTP)
                .features("lookup", "freshness", "memory", "explain", "signin", "audit")
                .kernel("scene", "check")
                .assemblies("authzen")
                .verify();
    }
}
