package io.neomt.projection;

import io.neomt.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void plumbingOwnsItsLibraryAndAllElseIsPure() {
        HouseRules.of("io.neomt.projection")
                .plumbing("store", "stream", "cache", "catchup", "rebuild", "telemetry", "web", "config")
                .features("tenantschema", "permissionsets", "audit")
                .kernel("kernel")
                .pureMayUse("io.neomt.view.cache")
                .verify();
    }
}
