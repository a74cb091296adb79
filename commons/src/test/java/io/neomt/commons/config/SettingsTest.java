package io.neomt.commons.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Settings, their defaults, and what is said about a wrong one. */
class SettingsTest {

    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    @Test
    void defaultsAreAsDocumented() {
        assertThat(settings(Map.of()).read("neo.events", NeoProperties.Events.class))
                .isEqualTo(new NeoProperties.Events("neo.tenant.events.v1", 48));
        NeoProperties.Security security = settings(Map.of("neo.security.issuer-base-url", "http://localhost:8080"))
                .read("neo.security", NeoProperties.Security.class);
        assertThat(security.audience()).isEqualTo("neo-api");
        assertThat(security.clockSkew()).isEqualTo(Duration.ofSeconds(30));
        assertThat(security.platformRealm()).isEqualTo("NeoAdmin");
    }

    @Test
    void theEnvironmentIsReadInBothSpellings() {
        assertThat(environment(Map.of("NEO_EVENTS_PARTITIONS", "6")).partitions())
                .isEqualTo(6);
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "systemEnvironment",
                        Map.of(
                                "NEO_KAFKA_BOOTSTRAPSERVERS",
                                "a:1",
                                "NEO_CONNECTIONS_KEY_ID",
                                "k",
                                "NEO_CONNECTIONS_KEY",
                                KEY)));
        Settings settings = new Settings(environment);
        assertThat(settings.read("neo.kafka", NeoProperties.Kafka.class).bootstrapServers())
                .isEqualTo("a:1");
        assertThat(settings.read("neo.connections", TenancyProperties.Connections.class)
                        .keyId())
                .isEqualTo("k");
    }

    @ParameterizedTest
    @CsvSource({
        "neo.admin-database, neo.x, 1, neo.admin-database.url is missing",
        "neo.admin-database, neo.admin-database.url, jdbc:mysql://x, neo.admin-database.url begins with",
        "neo.events, neo.events.partitions, 0, neo.events.partitions is 1 to 1024",
        "neo.events, neo.events.partitions, many, neo.events.partitions cannot be read as int",
        "neo.security, neo.security.issuer-base-url, ftp://x, neo.security.issuer-base-url is a URL",
        "neo.security, neo.security.x, y, neo.security.issuer-base-url is missing",
        "neo.redis, neo.redis.url, http://x, neo.redis.url is of the form redis://",
        "neo.consistency, neo.consistency.secret, ???, neo.consistency.secret is not base64",
        "neo.consistency, neo.consistency.secret, AAAA, neo.consistency.secret has at least 32 bytes",
        "neo.connections, neo.connections.key, AAAA, neo.connections.key has exactly 32 bytes",
        "neo.migrations, neo.migrations.rest, -0.1, neo.migrations.rest is 0 to 100",
        "neo.migrations, neo.migrations.rest, NaN, neo.migrations.rest is 0 to 100",
        "neo.query, neo.query.public-url, pdp.example.com, neo.query.public-url is a URL",
        "neo.query, neo.query.public-url, https://pdp.example.com/?a=b, neo.query.public-url has neither a query",
        "neo.registry, neo.registry.auto-register, maybe, neo.registry.auto-register cannot be read",
    })
    void aWrongSettingIsNamedInOneLine(String prefix, String key, String value, String message) {
        assertThatThrownBy(() -> settings(Map.of(key, value))
                        .read(
                                prefix,
                                Objects.requireNonNull(NeoProperties.groups().get(prefix))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void aMissingSettingNamesItsVariable() {
        assertThatThrownBy(() -> settings(Map.of()).read("neo.admin-database", NeoProperties.AdminDatabase.class))
                .hasMessageContaining("NEO_ADMIN_DATABASE_URL");
    }

    @Test
    void anUnknownKeyIsRefusedWithTheNearestKnownOne() {
        assertThatThrownBy(() -> check(Map.of("neo.kafka.bootstrap-server", "x"), Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("neo.kafka.bootstrap-server is not a known setting; did you mean"
                        + " neo.kafka.bootstrap-servers?");
    }

    @Test
    void aVariableThatIsMeantAsASettingIsCheckedAndAnyOtherLeftAlone() {
        assertThatThrownBy(() -> check(Map.of(), Map.of("NEO_SECURITY_AUDIENZ", "x")))
                .hasMessageContaining(
                        "NEO_SECURITY_AUDIENZ is not a known setting; did you mean neo.security.audience?");
        check(Map.of("neo.admin-database.poolSize", "3"), Map.of("NEO_TEST_STACK", "x", "NEOVIM", "y", "PATH", "z"));
    }

    @Test
    void noSecretIsInATextForm() {
        assertThat(new NeoProperties.Consistency(KEY).toString()).doesNotContain(KEY);
        TenancyProperties.Connections connections = settings(
                        Map.of("neo.connections.key", KEY, "neo.connections.former-keys", "k0=" + KEY))
                .read("neo.connections", TenancyProperties.Connections.class);
        assertThat(connections.former()).containsEntry("k0", KEY);
        assertThat(connections.toString()).doesNotContain(KEY);
        assertThat(new NeoProperties.AdminDatabase("jdbc:postgresql://h/d", "u", "hush", 1).toString())
                .doesNotContain("hush");
    }

    @Test
    void aServiceWithAMissingSettingSaysSoInsteadOfStarting() {
        assertThatThrownBy(() -> ServiceApplication.start(SampleApplication.class, "sample-service"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("neo.security.issuer-base-url is missing")
                .hasNoCause()
                .satisfies(failure -> assertThat(failure.getStackTrace()).isEmpty());
    }

    private static void check(Map<String, Object> properties, Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        environment
                .getPropertySources()
                .replace("systemEnvironment", new SystemEnvironmentPropertySource("systemEnvironment", variables));
        new UnknownKeys(new KnownKeys(NeoProperties.groups())).refuse(environment);
    }

    private static NeoProperties.Events environment(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SystemEnvironmentPropertySource("systemEnvironment", variables));
        return new Settings(environment).read("neo.events", NeoProperties.Events.class);
    }

    private static Settings settings(Map<String, String> properties) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", new HashMap<>(properties)));
        return new Settings(environment);
    }
}
