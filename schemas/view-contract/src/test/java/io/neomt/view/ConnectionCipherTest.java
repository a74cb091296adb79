package io.neomt.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConnectionCipherTest {

    private static final UUID CONNECTION = UUID.fromString("018f3c5e-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("018f3c5e-0000-7000-8000-000000000002");

    private final ConnectionCipher cipher = new ConnectionCipher("k1", key(1));

    @Test
    void aDigestTellsTextsApartAndIsWorthNothingWithoutTheKey() {
        assertThat(cipher.digest("a")).isEqualTo(cipher.digest("a")).isNotEqualTo(cipher.digest("b"));
        assertThat(new ConnectionCipher("k1", key(2)).digest("a")).isNotEqualTo(cipher.digest("a"));
    }

    @Test
    void whatWasEncryptedDecryptsToTheSame() {
        assertThat(cipher.decrypt(CONNECTION, cipher.encrypt(CONNECTION, "pässword")))
                .isEqualTo("pässword");
    }

    @Test
    void theSamePasswordNeverGivesTheSameBytes() {
        assertThat(cipher.encrypt(CONNECTION, "p")).isNotEqualTo(cipher.encrypt(CONNECTION, "p"));
    }

    @Test
    void theBytesAreNonceThenTextThenTag() {
        assertThat(cipher.encrypt(CONNECTION, "four")).hasSize(12 + 4 + 16);
    }

    @Test
    void aPasswordOfAnotherConnectionDoesNotOpen() {
        byte[] encrypted = cipher.encrypt(CONNECTION, "p");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cipher.decrypt(OTHER, encrypted))
                .withMessageContaining("does not open with key 'k1'");
    }

    @Test
    void anotherKeyDoesNotOpen() {
        byte[] encrypted = new ConnectionCipher("k2", key(2)).encrypt(CONNECTION, "p");
        assertThatIllegalArgumentException().isThrownBy(() -> cipher.decrypt(CONNECTION, encrypted));
    }

    @Test
    void aFormerKeyOpensWhatItEncryptedAndEncryptsNothing() {
        byte[] before = cipher.encrypt(CONNECTION, "p");
        ConnectionCipher rotated = new ConnectionCipher("k2", key(2), Map.of("k1", key(1)));

        assertThat(rotated.decrypt(CONNECTION, "k1", before)).isEqualTo("p");
        byte[] after = rotated.encrypt(CONNECTION, "p");
        assertThat(new ConnectionCipher("k2", key(2)).decrypt(CONNECTION, rotated.keyId(), after))
                .isEqualTo("p");
        assertThatIllegalArgumentException().isThrownBy(() -> cipher.decrypt(CONNECTION, after));
    }

    @Test
    void aKeyThatIsNotConfiguredIsNamed() {
        byte[] encrypted = cipher.encrypt(CONNECTION, "p");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cipher.decrypt(CONNECTION, "k9", encrypted))
                .withMessageContaining("key 'k9', which is not configured");
    }

    @Test
    void aChangedOrShortenedTextDoesNotOpen() {
        byte[] changed = cipher.encrypt(CONNECTION, "p");
        changed[12] ^= 1;
        assertThatIllegalArgumentException().isThrownBy(() -> cipher.decrypt(CONNECTION, changed));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cipher.decrypt(CONNECTION, new byte[27]))
                .withMessageContaining("cut short");
    }

    @Test
    void aKeyOfAnotherLengthIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConnectionCipher("k", Base64.getEncoder().encodeToString(new byte[16])))
                .withMessageContaining("32 bytes");
    }

    private static String key(int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
