package io.neomt.event.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.neomt.event.DeploymentType;
import io.neomt.event.Event;
import io.neomt.event.EventType;
import io.neomt.event.GrantId;
import io.neomt.event.RoleEvent.RolePermissionGranted;
import io.neomt.event.RoleId;
import io.neomt.event.SampleEvents;
import io.neomt.event.TenantEvent.TenantRequested;
import io.neomt.event.TenantId;
import io.neomt.event.UserEvent.UserCreated;
import io.neomt.event.UserEvent.UserPermissionGranted;
import io.neomt.event.UserId;
import io.neomt.permission.Effect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AvroEventCodecTest {

    private static final UserId USER = new UserId(new UUID(1, 2));

    private final AvroEventCodec codec = new AvroEventCodec();

    @ParameterizedTest
    @EnumSource
    void everyTypeOfEventComesBackAsItWas(EventType type) {
        assertComesBack(SampleEvents.of(type));
    }

    @Test
    void absentValuesStayAbsent() {
        assertComesBack(new UserCreated(USER, "ada", null, "Ada", "kc-ada"));
        assertComesBack(new TenantRequested(
                TenantId.PLATFORM,
                "Platform",
                "platform",
                null,
                "local",
                DeploymentType.SCHEMA,
                "tenant_platform",
                true));
    }

    @ParameterizedTest
    @EnumSource
    void everyEffectComesBackAsItWas(Effect effect) {
        assertComesBack(new UserPermissionGranted(USER, new GrantId(new UUID(3, 4)), "a.b.own", effect));
    }

    @Test
    void aTypeThatOnlyNewerVersionsHaveIsUnknownWhateverItsBytes() {
        assertThat(codec.decode("neo.user.teleported.v1", 42, new byte[] {1, 2, 3}))
                .isEqualTo(new Decoded.Unknown("neo.user.teleported.v1"));
    }

    @ParameterizedTest
    @EnumSource
    void everyTruncationIsUndecodable(EventType type) {
        EncodedEvent encoded = codec.encode(SampleEvents.of(type));
        for (int length = 0; length < encoded.payload().length; length++) {
            assertUndecodable(type, encoded.schemaFingerprint(), Arrays.copyOf(encoded.payload(), length));
        }
    }

    @Test
    void bytesLeftOverAreUndecodable() {
        EncodedEvent encoded = codec.encode(SampleEvents.of(EventType.ROLE_DELETED));
        byte[] longer = Arrays.copyOf(encoded.payload(), encoded.payload().length + 1);
        assertUndecodable(EventType.ROLE_DELETED, encoded.schemaFingerprint(), longer);
    }

    @Test
    void aLengthOfGigabytesIsUndecodableWithoutTakingThem() {
        long fingerprint = codec.encode(SampleEvents.of(EventType.ROLE_DELETED)).schemaFingerprint();
        byte[] twoGigabytesOfText = {(byte) 0xEE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0x0F, 'a'};
        assertUndecodable(EventType.ROLE_DELETED, fingerprint, twoGigabytesOfText);
    }

    @Test
    void anIdOutsideTheCanonicalFormIsUndecodable() {
        EncodedEvent encoded = codec.encode(SampleEvents.of(EventType.ROLE_DELETED));
        byte[] upperCase = encoded.payload().clone();
        upperCase[5] = 'A';
        assertUndecodable(EventType.ROLE_DELETED, encoded.schemaFingerprint(), upperCase);
    }

    @Test
    void anEffectThatIsNeitherAllowNorDenyIsUndecodable() {
        assertUndecodableWith(EventType.USER_PERMISSION_GRANTED, "deny", "denz");
        assertUndecodableWith(EventType.TEAM_PERMISSION_GRANTED, "deny", "denz");
    }

    @Test
    void aCauseThatIsNeitherRevokedNorExpiredIsUndecodable() {
        assertUndecodableWith(EventType.ROLE_UNASSIGNED, "expired", "expirez");
    }

    @Test
    void aPermissionWrittenBeforeThereWereLimitsIsAnUnlimitedGrant() throws IOException {
        GoldenFiles.Golden golden = GoldenFiles.read(EventType.ROLE_PERMISSION_GRANTED, 1);
        assertThat(codec.decode("neo.role.permission-granted.v1", golden.fingerprint(), golden.payload()))
                .isEqualTo(new Decoded.Known(new RolePermissionGranted(
                        RoleId.of("0198c5a0-0000-7000-8000-000000000004"), "users.*.tenant")));
    }

    @Test
    void aTenantRequestedBeforeThereWereCataloguesKeepsItsFreedom() throws IOException {
        GoldenFiles.Golden golden = GoldenFiles.read(EventType.TENANT_REQUESTED, 1);
        assertThat(codec.decode("neo.tenant.requested.v1", golden.fingerprint(), golden.payload()))
                .isInstanceOfSatisfying(Decoded.Known.class, known -> assertThat(
                                ((TenantRequested) known.event()).freePermissionCodes())
                        .isTrue());
    }

    @Test
    void aFingerprintThatWasNeverReleasedIsUndecodable() {
        assertUndecodable(EventType.ROLE_DELETED, 42, new byte[0]);
    }

    @Test
    void theFingerprintOfAnotherTypeIsUndecodable() {
        EncodedEvent deactivated = codec.encode(SampleEvents.of(EventType.USER_DEACTIVATED));
        assertUndecodable(EventType.USER_REACTIVATED, deactivated.schemaFingerprint(), deactivated.payload());
    }

    @Test
    void encodedEventsAreComparedByContentAndPrintNone() {
        EncodedEvent one = codec.encode(SampleEvents.of(EventType.USER_CREATED));
        EncodedEvent same = codec.encode(SampleEvents.of(EventType.USER_CREATED));
        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(one).isNotEqualTo(codec.encode(SampleEvents.of(EventType.USER_DEACTIVATED)));
        assertThat(one.toString()).contains("neo.user.created.v1").doesNotContain("ada");
    }

    private void assertComesBack(Event event) {
        EncodedEvent encoded = codec.encode(event);
        assertThat(encoded.type()).isEqualTo(EventType.of(event));
        assertThat(codec.decode(encoded.type().wireName(), encoded.schemaFingerprint(), encoded.payload()))
                .isEqualTo(new Decoded.Known(event));
    }

    private void assertUndecodableWith(EventType type, String text, String other) {
        EncodedEvent encoded = codec.encode(SampleEvents.of(type));
        String bytes = new String(encoded.payload(), StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains(text);
        assertUndecodable(
                type, encoded.schemaFingerprint(), bytes.replace(text, other).getBytes(StandardCharsets.ISO_8859_1));
    }

    private void assertUndecodable(EventType type, long fingerprint, byte[] payload) {
        assertThatExceptionOfType(UndecodableEventException.class)
                .isThrownBy(() -> codec.decode(type.wireName(), fingerprint, payload))
                .withMessageContaining(type.wireName());
    }
}
