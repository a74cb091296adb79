package io.neomt.query.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ErrorCode;
import io.neomt.query.check.Attributes;
import io.neomt.query.check.CheckRequest;
import io.neomt.query.check.CheckRequest.Described;
import io.neomt.query.web.CheckBody.ActionBody;
import io.neomt.query.web.CheckBody.ResourceBody;
import io.neomt.query.web.CheckBody.SubjectBody;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckParserTest {

    private static final String USER = "01890000-0000-7000-8000-000000000002";
    private static final String OTHER = "01890000-0000-7000-8000-000000000003";

    private final CheckParser parser = new CheckParser("checks[3].");

    @Test
    void aPermissionIsAskedForAsItStands() {
        assertThat(parser.parse(new CheckBody(USER, "users.read.team")).asked()).hasToString("users.read.team");
    }

    @Test
    void aResourceIsDescribedOrOnlyNamed() {
        CheckRequest.OnResource described = onResource(resource("42", OTHER));
        assertThat(described.action()).hasToString("docs.read");
        assertThat(described.resource()).hasToString("doc/42");
        assertThat(described.described()).isEqualTo(new Described(UUID.fromString(OTHER), null));
        assertThat(onResource(resource("42", null)).described()).isNull();
        assertThat(onResource(new ResourceBody("doc", "42", null, null, Map.of("a", 1)))
                        .described())
                .isNull();
    }

    @Test
    void propertiesAreForConditions() {
        Map<String, Object> soft = Map.of("soft", true);
        CheckBody body = new CheckBody(
                USER,
                "users.read.team",
                new ActionBody(null, soft),
                new ResourceBody(null, null, null, null, Map.of("status", "open")),
                new SubjectBody(Map.of("vip", 1)),
                Map.of("ip", "::1"));

        assertThat(parser.parse(body).attributes())
                .isEqualTo(new Attributes(Map.of("vip", 1), Map.of("status", "open"), soft, Map.of("ip", "::1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Users.Read", "a.b", "a.b.*", "*.b.own", "a.b.own.c", "", "a.B.own", "a.b.all", "ä.b.own"})
    void aTextThatIsNoPermissionIsRefusedWithWhatIsAllowed(String text) {
        refused(new CheckBody(USER, text), ErrorCode.INVALID_PERMISSION, "checks[3].permission");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs", "docs.read.own", "docs.*", "Docs.read"})
    void aTextThatIsNoActionIsRefused(String text) {
        refused(about(text, resource("42", null)), ErrorCode.INVALID_PERMISSION, "checks[3].action");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "01890000-0000-7000-8000-00000000000G", "01890000-0000-7000-8000-000000000002:x"})
    void aTextThatIsNoIdIsRefused(String text) {
        refused(new CheckBody(text, "a.b.own"), ErrorCode.INVALID_ID, "checks[3].user_id");
        refused(about("docs.read", resource("42", text)), ErrorCode.INVALID_ID, "checks[3].resource.owner_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b", "a/b", "{a}", "a b", "Öl", "*", "?#%"})
    void whateverIdAResourceCanBeRegisteredByCanBeAskedAbout(String text) {
        assertThat(onResource(resource(text, null)).resource().id()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000", "a\ud800", "a\nb"})
    void aTextThatIsNoResourceIdIsRefused(String text) {
        refused(about("docs.read", resource(text, null)), ErrorCode.INVALID_ID, "checks[3].resource.id");
    }

    @Test
    void anUpperCaseIdIsNotASecondSpelling() {
        refused(
                new CheckBody("01890000-0000-7000-8000-00000000000A", "a.b.own"),
                ErrorCode.INVALID_ID,
                "checks[3].user_id");
    }

    @Test
    void aCheckIsEitherAboutAPermissionOrAboutAResource() {
        refused(new CheckBody(USER, null), ErrorCode.VALIDATION_ERROR, "checks[3].permission");
        refused(new CheckBody(null, "a.b.own"), ErrorCode.VALIDATION_ERROR, "checks[3].user_id");
        refused(both("a.b", null), ErrorCode.VALIDATION_ERROR, "checks[3].permission");
        refused(both(null, resource("1", null)), ErrorCode.VALIDATION_ERROR, "checks[3].permission");
        refused(about("a.b", null), ErrorCode.VALIDATION_ERROR, "checks[3].resource");
        refused(about(null, resource("1", null)), ErrorCode.VALIDATION_ERROR, "checks[3].action");
        refused(
                about("a.b", new ResourceBody(null, "1", null, null, null)),
                ErrorCode.VALIDATION_ERROR,
                "checks[3].resource.type");
    }

    private CheckRequest.OnResource onResource(ResourceBody resource) {
        return (CheckRequest.OnResource) parser.parse(about("docs.read", resource));
    }

    private static CheckBody both(@Nullable String action, @Nullable ResourceBody resource) {
        return new CheckBody(USER, "a.b.own", new ActionBody(action, null), resource, null, null);
    }

    private static CheckBody about(@Nullable String action, @Nullable ResourceBody resource) {
        return new CheckBody(USER, null, new ActionBody(action, null), resource, null, null);
    }

    private void refused(CheckBody body, ErrorCode code, String field) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> parser.parse(body))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code))
                .satisfies(e -> assertThat(e.details()).containsEntry("field", field));
    }

    private static ResourceBody resource(String id, @Nullable String owner) {
        return new ResourceBody("doc", id, owner, null, null);
    }
}
