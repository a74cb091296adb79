package io.neomt.commons.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsistencyTokensTest {

    private static final ConsistencyToken TOKEN =
            new ConsistencyToken(TenantId.PLATFORM, new Position(1_234_567_890_123L), 3);

    private final ConsistencyTokens tokens = new ConsistencyTokens(secret(1));

    @Test
    void aSignedTokenComesBackAsItWas() {
        assertThat(tokens.verify(tokens.sign(TOKEN))).isEqualTo(TOKEN);
    }

    @Test
    void aTokenIsSafeInAHeader() {
        assertThat(tokens.sign(TOKEN)).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void aTokenChangedInAnyPlaceIsRefused() {
        String signed = tokens.sign(TOKEN);
        for (int i = 0; i < signed.length(); i++) {
            char other = signed.charAt(i) == 'A' ? 'B' : 'A';
            String changed = signed.substring(0, i) + other + signed.substring(i + 1);
            assertThatThrownBy(() -> tokens.verify(changed)).isInstanceOf(InvalidConsistencyTokenException.class);
        }
    }

    @Test
    void aTokenOfAnotherInstallationIsRefused() {
        String foreign = new ConsistencyTokens(secret(2)).sign(TOKEN);
        assertThatThrownBy(() -> tokens.verify(foreign))
                .isInstanceOf(InvalidConsistencyTokenException.class)
                .hasMessageNotContaining(foreign);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "not base64 at all!", "AAAA", "é"})
    void whatIsNoTokenIsRefused(String text) {
        assertThatThrownBy(() -> tokens.verify(text)).isInstanceOf(InvalidConsistencyTokenException.class);
    }

    @Test
    void aTokenWithSomethingAppendedIsRefused() {
        String signed = tokens.sign(TOKEN);
        assertThatThrownBy(() -> tokens.verify(signed + "A")).isInstanceOf(InvalidConsistencyTokenException.class);
        assertThatThrownBy(() -> tokens.verify(signed + "==")).isInstanceOf(InvalidConsistencyTokenException.class);
    }

    @Test
    void aShortSecretIsRefused() {
        assertThatThrownBy(() -> new ConsistencyTokens(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] secret(int filling) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) filling);
        return secret;
    }
}
