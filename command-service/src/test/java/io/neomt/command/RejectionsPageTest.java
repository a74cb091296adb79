package io.neomt.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.command.access.AccessRejection;
import io.neomt.command.catalogue.CatalogueRejection;
import io.neomt.command.grant.GrantRejection;
import io.neomt.command.intervention.InterventionRejection;
import io.neomt.command.kernel.CommonRejection;
import io.neomt.command.kernel.GivingRejection;
import io.neomt.command.kernel.RejectionCode;
import io.neomt.command.model.BulkRejection;
import io.neomt.command.organization.OrganizationRejection;
import io.neomt.command.resource.ResourceRejection;
import io.neomt.command.role.RoleRejection;
import io.neomt.command.team.TeamRejection;
import io.neomt.command.template.TemplateRejection;
import io.neomt.command.tenant.TenantRejection;
import io.neomt.command.user.UserRejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/rejections.md} to the code; run with {@code -Dneo.docs.write=true} to write it anew. */
class RejectionsPageTest {

    private static final String HEAD = """
            # Rejections

            Every refusal of a command, as `error.code` of the answer. The codes are stable. Nothing of a refused command
            happens. The table is made from the code by `RejectionsPageTest`, which fails when it is stale; after a change
            write it anew with

                mvn -pl command-service -am test -Dtest=RejectionsPageTest -Dneo.docs.write=true -Dsurefire.failIfNoSpecifiedTests=false

            | code | status | meaning |
            |---|---|---|
            """;

    private static final String TAIL = """

            Requests that are refused before they become a command have the codes that every service shares:
            `MALFORMED_REQUEST`, `VALIDATION_ERROR`, `INVALID_ID`, `INVALID_PERMISSION` (400), `UNAUTHENTICATED` (401),
            `ROUTE_NOT_FOUND` (404), `METHOD_NOT_ALLOWED` (405), `BODY_TOO_LARGE` (413), `UNSUPPORTED_MEDIA_TYPE` (415).
            Refusals of changes of regions and connections are on [a page of their own](registry-refusals.md).
            A 503 `SERVICE_UNAVAILABLE` with `Retry-After` says nothing about the command: send it again, with the same
            `Idempotency-Key`.
            """;

    @Test
    void thePageListsEveryRejection() throws IOException {
        Path page = root().resolve("docs/rejections.md");
        String wanted = HEAD + table() + TAIL;
        if (Boolean.getBoolean("neo.docs.write")) {
            Files.createDirectories(page.getParent());
            Files.writeString(page, wanted);
        }
        assertThat(page)
                .as("stale; see the page itself for how to write it anew")
                .hasContent(wanted);
    }

    @Test
    void noCodeIsGivenTwice() {
        assertThat(codes()).extracting(RejectionCode::name).doesNotHaveDuplicates();
    }

    @Test
    void everyListOfCodesIsOnThePage() throws IOException {
        try (Stream<Path> sources = Files.walk(root().resolve("command-service/src/main/java"))) {
            List<String> enums = new ArrayList<>();
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                if (Files.readString(source).contains("implements RejectionCode")) {
                    enums.add(source.getFileName().toString().replace(".java", ""));
                }
            }
            assertThat(enums)
                    .containsExactlyInAnyOrderElementsOf(codes().stream()
                            .map(code -> code.getClass().getSimpleName())
                            .distinct()
                            .toList());
        }
    }

    private static String table() {
        return codes().stream()
                .sorted(Comparator.comparing((RejectionCode code) -> code.kind().status())
                        .thenComparing(RejectionCode::name))
                .map(code -> "| `" + code.name() + "` | " + code.kind().status() + " | " + code.meaning() + " |\n")
                .collect(Collectors.joining());
    }

    private static List<RejectionCode> codes() {
        return Stream.<RejectionCode[]>of(
                        CommonRejection.values(),
                        OrganizationRejection.values(),
                        TenantRejection.values(),
                        UserRejection.values(),
                        RoleRejection.values(),
                        GrantRejection.values(),
                        GivingRejection.values(),
                        TeamRejection.values(),
                        CatalogueRejection.values(),
                        ResourceRejection.values(),
                        AccessRejection.values(),
                        TemplateRejection.values(),
                        BulkRejection.values(),
                        InterventionRejection.values())
                .flatMap(Arrays::stream)
                .toList();
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.isDirectory(here.resolve("command-service")) ? here : Objects.requireNonNull(here.getParent());
    }
}
