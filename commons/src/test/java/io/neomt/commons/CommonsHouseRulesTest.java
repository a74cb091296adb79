package io.neomt.commons;

import io.neomt.testkit.HouseRules;
import io.neomt.testkit.Library;
import org.junit.jupiter.api.Test;

class CommonsHouseRulesTest {

    @Test
    void plumbingIsListedAndEverythingElseIsPure() {
        HouseRules.of("io.neomt.commons")
                .plumbing("config", "web")
                .owns("docs", Library.HTTP)
                .owns("commandclient", Library.HTTP)
                .owns("security", Library.HTTP)
                .owns("sessions", Library.REDIS)
                .owns("connections", Library.SQL)
                .owns("observability", Library.HTTP, Library.SQL)
                .features("consistency")
                .verify();
    }
}
