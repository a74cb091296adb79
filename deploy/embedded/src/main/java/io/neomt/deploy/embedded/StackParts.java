package io.neomt.deploy.embedded;

import io.neomt.deploy.embedded.issuer.Clients;
import io.neomt.deploy.embedded.issuer.DevelopmentIssuer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of one stack, put together from options and secrets. */
final class StackParts {

    private final PostgresServer postgres;
    private final RegistryServer registry;
    private final RedisServer redis;
    private final KafkaServer kafka;
    private final StackAddresses addresses;
    private final Clients clients;
    private final int issuerPort;
    private volatile @Nullable DevelopmentIssuer issuer;

    private StackParts(
            PostgresServer postgres,
            RegistryServer registry,
            RedisServer redis,
            KafkaServer kafka,
            StackAddresses addresses,
            int issuerPort) {
        this.postgres = postgres;
        this.registry = registry;
        this.redis = redis;
        this.kafka = kafka;
        this.addresses = addresses;
        this.clients = new Clients(
                addresses.serviceClientId(), addresses.serviceClientSecret(), addresses.developmentSecret());
        this.issuerPort = issuerPort;
    }

    /** @throws StackException when a port is taken */
    static StackParts of(StackOptions options, StackFolders folders, StackListener listener) throws IOException {
        StackPorts wanted = options.ports();
        StackPorts ports = wanted == null ? StackPorts.free() : wanted;
        ports.refuseTaken();
        StackSecrets secrets = StackSecrets.in(folders.data());
        String redisPassword = options.redisPassword() ? secrets.get("redis.password") : null;
        PostgresAccount superuser = new PostgresAccount(
                ports.postgresql(), PostgresServer.SUPERUSER, secrets.get("postgresql.superuser-password"));
        PostgresAccount owner =
                new PostgresAccount(ports.postgresql(), PostgresServer.OWNER, secrets.get("postgresql.password"));
        return new StackParts(
                new PostgresServer(folders, superuser, owner, listener),
                new RegistryServer(folders, options.home(), ports.registry(), owner),
                new RedisServer(folders, ports.redis(), redisPassword),
                new KafkaServer(folders, options.home(), ports.kafka()),
                addresses(folders, ports, secrets, redisPassword),
                ports.issuer());
    }

    PostgresServer postgres() {
        return postgres;
    }

    RegistryServer registry() {
        return registry;
    }

    RedisServer redis() {
        return redis;
    }

    KafkaServer kafka() {
        return kafka;
    }

    StackAddresses addresses() {
        return addresses;
    }

    /** The part that is a process of this stack. */
    Server server(Part part) {
        return switch (part) {
            case POSTGRESQL -> postgres;
            case REDIS -> redis;
            case KAFKA -> kafka;
            case REGISTRY -> registry;
            case ISSUER, KEYCLOAK -> throw new IllegalArgumentException(part.label() + " is no process of the stack");
        };
    }

    /** Users before what they use. */
    List<List<Server>> inOrderOfStopping() {
        return List.of(List.of(registry, kafka, redis), List.of(postgres));
    }

    void startIssuer(Duration tokenLifetime) throws IOException {
        issuer = DevelopmentIssuer.start(Path.of(addresses.issuerKeys()), issuerPort, clients, tokenLifetime);
    }

    DevelopmentIssuer issuer() {
        DevelopmentIssuer started = issuer;
        if (started == null) {
            throw new IllegalStateException("the issuer is not started");
        }
        return started;
    }

    void closeIssuer() {
        DevelopmentIssuer started = issuer;
        if (started != null) {
            started.close();
        }
    }

    private static StackAddresses addresses(
            StackFolders folders, StackPorts ports, StackSecrets secrets, @Nullable String redisPassword) {
        String login = redisPassword == null ? "" : ":" + redisPassword + "@";
        return new StackAddresses(
                folders.data().toString(),
                "127.0.0.1",
                Integer.toString(ports.postgresql()),
                PostgresServer.SUPERUSER,
                secrets.get("postgresql.superuser-password"),
                PostgresServer.OWNER,
                secrets.get("postgresql.password"),
                "127.0.0.1:" + ports.kafka(),
                RegistryServer.url(ports.registry()),
                "redis://" + login + "127.0.0.1:" + ports.redis() + "/0",
                "http://127.0.0.1:" + ports.issuer(),
                folders.of(Part.ISSUER).toString(),
                secrets.get("consistency.secret"),
                EmbeddedStack.CONNECTIONS_KEY_ID,
                secrets.get("connections.key"),
                secrets.get("audit.signing-key"),
                EmbeddedStack.SERVICE_CLIENT,
                secrets.get("service-account.client-secret"),
                secrets.get("development.secret"));
    }
}
