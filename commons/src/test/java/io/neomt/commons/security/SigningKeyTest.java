package io.neomt.commons.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SigningKeyTest {

    // RFC 8032, section 7.1, test 2
    private static final byte[] SECRET =
            HexFormat.of().parseHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
    private static final byte[] MESSAGE = {0x72};
    private static final String SIGNATURE = "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";
    private static final String PUBLIC = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";

    private final SigningKey key = new SigningKey(SECRET);

    @Test
    void itSignsAsTheStandardSays() {
        assertThat(key.sign(MESSAGE))
                .isEqualTo(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(SIGNATURE)));
        String pem = key.publicPem();
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        assertThat(HexFormat.of().formatHex(der)).endsWith(PUBLIC);
    }

    @Test
    void onlyTheSameBytesOfTheSameKeyAreSigned() {
        String signature = key.sign(MESSAGE);
        byte[] other = SECRET.clone();
        other[0]++;

        assertThat(SigningKey.isSigned(key.publicPem(), MESSAGE, signature + "\n"))
                .isTrue();
        assertThat(SigningKey.isSigned(key.publicPem(), new byte[] {0x73}, signature))
                .isFalse();
        assertThat(SigningKey.isSigned(new SigningKey(other).publicPem(), MESSAGE, signature))
                .isFalse();
        assertThat(SigningKey.isSigned(key.publicPem(), MESSAGE, "!")).isFalse();
        assertThat(SigningKey.isSigned(key.publicPem(), MESSAGE, "")).isFalse();
    }

    @Test
    void whatIsNoKeyIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SigningKey(new byte[31]));
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.isSigned("key", MESSAGE, ""));
    }
}
