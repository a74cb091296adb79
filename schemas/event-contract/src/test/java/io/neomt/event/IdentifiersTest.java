package io.neomt.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    private static final String TEXT = "0198c5a0-0000-7000-8000-00000000000a";

    static Stream<Function<String, ? extends Record>> kinds() {
        return Stream.of(
                TenantId::of, OrganizationId::of, UserId::of, RoleId::of, GrantId::of, TeamId::of, AccessGrantId::of);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anIdIsReadAndWrittenInOneSpelling(Function<String, ? extends Record> kind) {
        assertThat(kind.apply(TEXT)).hasToString(TEXT).isEqualTo(kind.apply(TEXT));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyOtherSpellingIsRefused(Function<String, ? extends Record> kind) {
        for (String text : new String[] {
            "",
            "1-2-3-4-5",
            TEXT.toUpperCase(java.util.Locale.ROOT),
            "{" + TEXT + "}",
            TEXT + ":",
            " " + TEXT,
            TEXT + "\n",
            "g" + TEXT.substring(1),
            TEXT.substring(1) + "-",
            TEXT.replace('-', '0')
        }) {
            assertThatIllegalArgumentException().isThrownBy(() -> kind.apply(text));
        }
    }

    @Test
    void idsAreOrderedByTheirUuids() {
        UUID low = new UUID(0, 1);
        UUID high = new UUID(0, 2);
        assertThat(new TenantId(low)).isLessThan(new TenantId(high));
        assertThat(new OrganizationId(low)).isLessThan(new OrganizationId(high));
        assertThat(new UserId(low)).isLessThan(new UserId(high));
        assertThat(new RoleId(low)).isLessThan(new RoleId(high));
        assertThat(new GrantId(low)).isLessThan(new GrantId(high));
        assertThat(new TeamId(low)).isLessThan(new TeamId(high));
        assertThat(new AccessGrantId(low)).isLessThan(new AccessGrantId(high));
    }

    @Test
    void thePlatformIsATenantLikeAnyOther() {
        assertThat(TenantId.of(TenantId.PLATFORM.toString())).isEqualTo(TenantId.PLATFORM);
    }

    @Test
    void positionsCountFromNoneInStepsOfOne() {
        assertThat(Position.NONE.next()).isEqualTo(new Position(1));
        assertThat(new Position(2).isAtLeast(new Position(2))).isTrue();
        assertThat(new Position(1).isAtLeast(new Position(2))).isFalse();
        assertThat(new Position(1)).isLessThan(new Position(2)).hasToString("1");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE})
    void aPositionBelowZeroIsRefused(long value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Position(value));
    }
}
