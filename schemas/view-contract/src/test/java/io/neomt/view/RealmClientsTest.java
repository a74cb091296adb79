package io.neomt.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class RealmClientsTest {

    private static final String KEY = key("0123456789abcdef0123456789abcdef");

    @Test
    void everyRealmHasASecretOfItsOwnThatNeedsNoStoring() {
        String acme = new RealmClients(KEY).secretIn("tenant-acme");
        assertThat(acme).hasSize(43).isEqualTo(new RealmClients(KEY).secretIn("tenant-acme"));
        assertThat(new RealmClients(KEY).secretIn("tenant-globex")).isNotEqualTo(acme);
        assertThat(new RealmClients(key("0123456789abcdef0123456789abcdeg")).secretIn("tenant-acme"))
                .isNotEqualTo(acme);
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RealmClients(key("short")));
    }

    private static String key(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
