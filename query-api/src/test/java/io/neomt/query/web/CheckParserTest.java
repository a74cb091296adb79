package io.neomt.query.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ErrorCode;
import io.neomt.query.web.CheckBody.ResourceBody;
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
        assertThat(parser.parse(new CheckBody(USER, "users.read.team", null, null))
                        .code())
                .hasToString("users.read.team");
    }

    @Test
    void anActionOnAResourceIsAskedForInTheNarrowestScope() {
        assertThat(onResource("42", USER)).isEqualTo("docs.read.own");
        assertThat(onResource("42", OTHER)).isEqualTo("docs.read.tenant");
        assertThat(onResource("42", null)).isEqualTo("docs.read.tenant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Users.Read", "a.b", "a.b.*", "*.b.own", "a.b.own.c", "", "a.B.own", "a.b.all", "ä.b.own"})
    void aTextThatIsNoPermissionIsRefusedWithWhatIsAllowed(String text) {
        refused(new CheckBody(USER, text, null, null), ErrorCode.INVALID_PERMISSION, "checks[3].permission");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs", "docs.read.own", "docs.*", "Docs.read"})
    void aTextThatIsNoActionIsRefused(String text) {
        refused(
                new CheckBody(USER, null, text, resource("42", null)),
                ErrorCode.INVALID_PERMISSION,
                "checks[3].action");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "01890000-0000-7000-8000-00000000000G", "01890000-0000-7000-8000-000000000002:x"})
    void aTextThatIsNoIdIsRefused(String text) {
        refused(new CheckBody(text, "a.b.own", null, null), ErrorCode.INVALID_ID, "checks[3].user_id");
        refused(
                new CheckBody(USER, null, "docs.read", resource("42", text)),
                ErrorCode.INVALID_ID,
                "checks[3].resource.owner_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a:b", "a/b", "{a}", "a b", "a\u0000"})
    void aResourceIdHoldsNoSeparators(String text) {
        refused(
                new CheckBody(USER, null, "docs.read", resource(text, null)),
                ErrorCode.INVALID_ID,
                "checks[3].resource.id");
    }

    @Test
    void anUpperCaseIdIsNotASecondSpelling() {
        refused(
                new CheckBody("01890000-0000-7000-8000-00000000000A", "a.b.own", null, null),
                ErrorCode.INVALID_ID,
                "checks[3].user_id");
    }

    @Test
    void aCheckIsEitherAboutAPermissionOrAboutAResource() {
        refused(new CheckBody(USER, null, null, null), ErrorCode.VALIDATION_ERROR, "checks[3].permission");
        refused(new CheckBody(null, "a.b.own", null, null), ErrorCode.VALIDATION_ERROR, "checks[3].user_id");
        refused(new CheckBody(USER, "a.b.own", "a.b", null), ErrorCode.VALIDATION_ERROR, "checks[3].permission");
        refused(new CheckBody(USER, null, "a.b", null), ErrorCode.VALIDATION_ERROR, "checks[3].resource");
        refused(
                new CheckBody(USER, null, "a.b", new ResourceBody(null, "1", null, null)),
                ErrorCode.VALIDATION_ERROR,
                "checks[3].resource.type");
    }

    private String onResource(String id, @Nullable String owner) {
        return parser.parse(new CheckBody(USER, null, "docs.read", resource(id, owner)))
                .code()
                .toString();
    }

    private void refused(CheckBody body, ErrorCode code, String field) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> parser.parse(body))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code))
                .satisfies(e -> assertThat(e.details()).containsEntry("field", field));
    }

    private static ResourceBody resource(String id, @Nullable String owner) {
        return new ResourceBody("doc", id, owner, null);
    }
}
