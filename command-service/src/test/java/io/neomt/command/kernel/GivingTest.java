package io.neomt.command.kernel;

import static io.neomt.command.SomeTenancy.NOW;
import static io.neomt.command.SomeTenancy.grant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.condition.CelConditions;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.PlatformPermissions;
import io.neomt.permission.ResourceAction;
import io.neomt.permission.Terms;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GivingTest {

    private static final Map<String, ?> WHERE = Map.of("field", "permissions[2]");

    private final Codes codes =
            new Codes(false, Set.of(ResourceAction.parse("invoices.approve"), ResourceAction.parse("invoices.pay")));
    private final Giving giving = new Giving(NOW, new CelConditions(), codes);

    @Test
    void aWindowBeginsBeforeItEnds() {
        Instant later = NOW.plusSeconds(60);
        assertThat(giving.refuse(Terms.of(later, later.plusMillis(1), null), WHERE))
                .isEmpty();
        assertThat(giving.refuse(Terms.of(later, later, null), WHERE)).hasValueSatisfying(refusal -> {
            assertThat(refusal.code()).isEqualTo(GivingRejection.INVALID_WINDOW);
            assertThat(refusal.details().get("field")).isEqualTo("permissions[2]");
            assertThat(refusal.details().get("valid_from")).isEqualTo("2026-06-01T12:01:00Z");
            assertThat(refusal.details().get("expires_at")).isEqualTo("2026-06-01T12:01:00Z");
        });
        assertThat(giving.refuse(Terms.of(later.plusMillis(1), later, null), WHERE))
                .isPresent();
    }

    @Test
    void whatIsOverByNowIsNotGiven() {
        assertThat(giving.refuse(Terms.of(null, NOW, null), WHERE)).isPresent();
        assertThat(giving.refuse(Terms.of(null, NOW.plusMillis(1), null), WHERE))
                .isEmpty();
    }

    @Test
    void aWrongConditionIsRefusedWithItsPlace() {
        assertThat(giving.refuse(Terms.of(null, null, "subject.team == 'a'"), WHERE))
                .isEmpty();
        assertThat(giving.refuse(Terms.of(null, null, "subject.team == "), WHERE))
                .hasValueSatisfying(refusal -> {
                    assertThat(refusal.code()).isEqualTo(GivingRejection.INVALID_CONDITION);
                    assertThat(String.valueOf(refusal.details().get("line"))).isEqualTo("1");
                    assertThat(refusal.details().get("column")).isInstanceOf(Integer.class);
                    assertThat(refusal.message()).startsWith("The condition is wrong at line 1");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "invoices.approve.own",
                "invoices.*.*",
                "*.frob.team",
                "*.*.*",
                "users.read.tenant",
                "teams.*.own"
            })
    void whatTheCatalogueOrThePlatformKnowsMayBeGranted(String pattern) {
        assertThat(giving.refuse(grant(pattern), WHERE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoices.aprove.own", "invoice.*.own", "frobs.read.tenant"})
    void whatNobodyKnowsIsRefused(String pattern) {
        assertThat(giving.refuse(grant(pattern), WHERE)).hasValueSatisfying(refusal -> assertThat(refusal.code())
                .isEqualTo(GivingRejection.UNKNOWN_PERMISSION));
        assertThat(new Codes(true, Set.of()).know(PermissionPattern.parse(pattern)))
                .isTrue();
    }

    @Test
    void theMostSimilarCodesAreNamed() {
        assertThat(codes.similarTo(PermissionPattern.parse("invoice.aprove.own")))
                .hasSize(3)
                .startsWith("invoices.approve");
        assertThat(EditDistance.between("kitten", "sitting")).isEqualTo(3);
        assertThat(EditDistance.between("", "abc")).isEqualTo(3);
        assertThat(EditDistance.between("abc", "abc")).isZero();
    }

    @Test
    void theFirstNewOneThatIsWrongIsNamedByItsPlaceInTheList() {
        var wanted = List.of(grant("frobs.a.own"), grant("users.read.own"), grant("frobs.b.own"));
        assertThat(giving.refuseNew("permissions", wanted, Set.of(wanted.getFirst())))
                .hasValueSatisfying(
                        refusal -> assertThat(refusal.details().get("field")).isEqualTo("permissions[2]"));
    }

    @Test
    void boundsAreWholeMillisecondsOfOurTime() {
        assertThatThrownBy(() -> Field.terms("a.", NOW.plusNanos(1), null, null))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessageContaining("'a.valid_from' is in whole milliseconds");
        assertThatThrownBy(() -> Field.terms("", null, Instant.MAX.truncatedTo(ChronoUnit.MILLIS), null))
                .isInstanceOf(InvalidFieldException.class);
        assertThatThrownBy(() -> Field.terms("", Instant.EPOCH.minus(Duration.ofDays(1)), null, null))
                .isInstanceOf(InvalidFieldException.class);
        assertThatThrownBy(() -> Field.terms("", null, null, " ")).isInstanceOf(InvalidFieldException.class);
    }

    @Test
    void textsThatAStoreWouldChangeAreRefused() {
        assertThatThrownBy(() -> Field.terms("", null, null, "subject.a == '\0'"))
                .isInstanceOf(InvalidFieldException.class);
        assertThatThrownBy(() -> Field.line("a", "x\ud800")).isInstanceOf(InvalidFieldException.class);
        assertThatThrownBy(() -> Field.text("a", "x\0")).isInstanceOf(InvalidFieldException.class);
        assertThatThrownBy(() -> Field.name("a", "\u0130".repeat(200))).isInstanceOf(InvalidFieldException.class);
        assertThat(Field.name("a", "\u0130".repeat(100))).hasSize(100);
    }

    @Test
    void thePlatformKnowsAllThatItsCommandsRequire() {
        assertThat(Stream.of(
                                Needs.ORGANIZATIONS,
                                Needs.TENANTS,
                                Needs.PROVISIONING,
                                Needs.SETTINGS,
                                Needs.USERS,
                                Needs.ROLES,
                                Needs.GRANTS,
                                Needs.TEAMS,
                                Needs.CATALOGUE,
                                Needs.RESOURCES,
                                Needs.ACCESS,
                                Needs.TEMPLATES)
                        .flatMap(Set::stream))
                .allMatch(code -> PlatformPermissions.knows(new ResourceAction(code.resource(), code.action())));
    }
}
