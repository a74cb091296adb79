package io.neomt.deploy.cli.demo;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.deploy.cli.demo.Demo.Visible;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Roles with inheritance, grants and denials, and the checks that they turn. */
final class AccessSteps {

    private final DemoReport report;
    private final Visible visible;

    AccessSteps(DemoReport report, Visible visible) {
        this.report = report;
        this.visible = visible;
    }

    void run(DemoTenant acme) {
        String bob = report.step(
                "ann creates the user bob",
                () -> acme.createUser("bob", "Bob").orRefuse().id());
        String member = report.step("ann creates the role member: posts.write.team", () -> acme.createRole(
                        "member", List.of("posts.write.team"), List.of())
                .orRefuse()
                .id());
        String lead = report.step("ann creates the role lead, which inherits member", () -> acme.createRole(
                        "lead", List.of(), List.of(member))
                .orRefuse()
                .id());
        report.step("bob becomes lead, and may what member may", () -> {
            visible.turned(acme, bob, "posts.write.team", true, () -> acme.assign(bob, lead));
            return inheritedPath(acme, bob);
        });
        report.step(
                "member gains docs.read.tenant: bob has it by inheritance",
                () -> visible.turned(
                        acme,
                        bob,
                        "docs.read.own",
                        true,
                        () -> acme.setRolePermissions(member, List.of("posts.write.team", "docs.read.tenant"))));
        report.step("a denial on bob beats every role", () -> {
            Answer denial = visible.turned(
                    acme, bob, "posts.write.own", false, () -> acme.grant(bob, "posts.*.tenant", "deny"));
            return visible.turned(acme, bob, "posts.write.own", true, () -> acme.revoke(bob, denial.id()));
        });
        report.step("a direct grant, given and revoked", () -> {
            Answer grant = visible.turned(
                    acme, bob, "reports.run.tenant", true, () -> acme.grant(bob, "reports.run.*", "allow"));
            return visible.turned(acme, bob, "reports.run.tenant", false, () -> acme.revoke(bob, grant.id()));
        });
        report.step(
                "lead stops inheriting member",
                () -> visible.turned(acme, bob, "posts.write.team", false, () -> acme.setRoleParents(lead, List.of())));
        report.step("a cycle among roles is refused", () -> {
            acme.setRoleParents(lead, List.of(member)).orRefuse();
            return Expect.refusal(acme.setRoleParents(member, List.of(lead)), 422, "ROLE_CYCLE");
        });
        report.step("the same command sent twice is done once", () -> sentTwice(acme));
        report.step(
                "a deactivated user may do nothing, at once",
                () -> visible.turned(acme, bob, "docs.read.own", false, () -> acme.deactivate(bob)));
    }

    private String inheritedPath(DemoTenant acme, String user) {
        JsonNode permissions = acme.permissionsOf(user, Map.of()).orRefuse().data();
        report.say("bob's permissions: " + permissions);
        return "";
    }

    private Answer sentTwice(DemoTenant acme) {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        String path = "/api/v1/tenants/" + acme.slug() + "/users";
        Map<String, String> body = Map.of("username", "carol", "display_name", "Carol");
        Answer first = acme.commands().post(path, body, key).orRefuse();
        Answer second = acme.commands().post(path, body, key).orRefuse();
        Expect.that(first.id().equals(second.id()), "the second answer names another user");
        report.say("both answers name the user " + first.id());
        Map<String, String> other = Map.of("username", "dave", "display_name", "Dave");
        return Expect.refusal(acme.commands().post(path, other, key), 409, "IDEMPOTENCY_KEY_REUSED");
    }
}
