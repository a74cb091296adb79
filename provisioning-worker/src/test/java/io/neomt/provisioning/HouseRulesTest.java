package io.neomt.provisioning;

import io.neomt.testkit.HouseRules;
import io.neomt.testkit.Library;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void theModuleKeepsTheRulesOfTheHouse() {
        HouseRules.of("io.neomt.provisioning")
                .plumbing("store", "stream", "cache", "run", "web", "config")
                .owns("commandclient", Library.HTTP)
                .owns("keycloak", Library.HTTP)
                .owns("connections", Library.SQL)
                .features("process", "plan", "registry")
                .verify();
    }
}
