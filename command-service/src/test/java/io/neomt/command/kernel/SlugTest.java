package io.neomt.command.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.view.SchemaName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

    @ParameterizedTest
    @ValueSource(strings = {"abc", "a-b", "a1-2b", "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwx"})
    void aSlugNamesASchema(String text) {
        assertThat(SchemaName.ofSlug(new Slug(text).value()).value()).startsWith("tenant_");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ab",
                "Abc",
                "1ab",
                "-ab",
                "ab-",
                "a_b",
                "a b",
                "a.b",
                "a/b",
                "a:b",
                "ä-b",
                "abc\n",
                "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxy"
            })
    void anythingElseIsNoSlug(String text) {
        assertThatThrownBy(() -> new Slug(text)).isInstanceOf(InvalidFieldException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform", "admin", "public", "www", "api", "template", "pg-catalog"})
    void someAreReserved(String text) {
        assertThat(new Slug(text).reserved()).isTrue();
    }
}
