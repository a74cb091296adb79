package io.neomt.deploy.cli.demo;

import java.util.List;
import java.util.Map;

/** That the admin of one tenant has no way into another. */
final class IsolationSteps {

    private final DemoReport report;

    IsolationSteps(DemoReport report) {
        this.report = report;
    }

    void run(DemoTenant acme, DemoTenant globex) {
        DemoTenant trespasser = new DemoTenant(globex.id(), globex.slug(), acme.commands(), acme.queries());
        String foreigner = report.step(
                "gina creates a user in globex",
                () -> globex.createUser("gus", "Gus").orRefuse().id());
        report.step("ann of acme cannot write to globex", () -> {
            Expect.refusal(trespasser.createUser("mallory", "Mallory"), 403, "TENANT_FORBIDDEN");
            Expect.refusal(trespasser.createRole("intruder", List.of("*.*.*"), List.of()), 403, "TENANT_FORBIDDEN");
            return Expect.refusal(trespasser.grant(foreigner, "*.*.*", "allow"), 403, "TENANT_FORBIDDEN");
        });
        report.step("ann of acme cannot read or check in globex", () -> {
            Expect.refusal(trespasser.user(foreigner, Map.of()), 403, "TENANT_FORBIDDEN");
            return Expect.refusal(trespasser.check(foreigner, "docs.read.own", Map.of()), 403, "TENANT_FORBIDDEN");
        });
        report.step("a user of globex does not exist in acme", () -> {
            Expect.refusal(acme.user(foreigner, Map.of()), 404, "USER_NOT_FOUND");
            return Expect.refusal(acme.grant(foreigner, "docs.read.own", "allow"), 404, "USER_NOT_FOUND");
        });
    }
}
