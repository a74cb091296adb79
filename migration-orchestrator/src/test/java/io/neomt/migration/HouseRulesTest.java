package io.neomt.migration;

import io.neomt.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void theModuleKeepsTheRulesOfTheHouse() {
        HouseRules.of("io.neomt.migration")
                .plumbing("store", "run", "sql", "trigger", "web", "config", "commandclient")
                .features("plan")
                .verify();
    }
}
