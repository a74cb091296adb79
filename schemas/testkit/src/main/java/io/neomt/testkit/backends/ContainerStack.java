package io.neomt.testkit.backends;

import io.neomt.deploy.embedded.StackAddresses;
import io.neomt.deploy.embedded.issuer.Clients;
import io.neomt.deploy.embedded.issuer.DevelopmentIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The same servers as containers, for machines with Docker; Testcontainers removes them when the JVM ends. */
final class ContainerStack {

    private static final String OWNER = "neo";
    private static final String SUPERUSER = "postgres";
    private static final String PASSWORD = "only-in-this-container";
    private static final String SERVICE = "provisioning-worker";
    private static final String KEY =
            Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    private static final int REDIS_PORT = 6379;
    private static final int REGISTRY_PORT = 8080;

    private final PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:18")
            .withUsername(SUPERUSER)
            .withPassword(PASSWORD)
            .withCommand("postgres", "-c", "max_connections=300", "-c", "max_locks_per_transaction=256");
    private final GenericContainer<?> redis = new GenericContainer<>("redis:7.2").withExposedPorts(REDIS_PORT);
    private final KafkaContainer kafka = new KafkaContainer("apache/kafka:4.2.1");
    private final GenericContainer<?> registry = new GenericContainer<>("apicurio/apicurio-registry:3.3.3")
            .withExposedPorts(REGISTRY_PORT)
            .waitingFor(Wait.forHttp("/apis/ccompat/v7/subjects").forPort(REGISTRY_PORT));

    private ContainerStack() {}

    static StackAddresses start() {
        ContainerStack stack = new ContainerStack();
        Startables.deepStart(Stream.of(stack.postgres, stack.redis, stack.kafka, stack.registry))
                .join();
        stack.createDatabases();
        try {
            return stack.addresses(Files.createTempDirectory("neo-test-issuer-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void createDatabases() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(postgres.getJdbcUrl());
        source.setUser(SUPERUSER);
        source.setPassword(PASSWORD);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + OWNER + " LOGIN CREATEDB CREATEROLE PASSWORD '" + PASSWORD + "'");
            statement.execute("CREATE DATABASE neo_admin OWNER " + OWNER);
            statement.execute("CREATE DATABASE neo_shared_us OWNER " + OWNER);
            statement.execute("CREATE DATABASE neo_shared_eu OWNER " + OWNER);
        } catch (SQLException e) {
            throw new IllegalStateException("the container's databases cannot be made", e);
        }
    }

    private StackAddresses addresses(Path keys) throws IOException {
        DevelopmentIssuer issuer =
                DevelopmentIssuer.start(keys, 0, new Clients(SERVICE, PASSWORD, PASSWORD), Duration.ofHours(1));
        Runtime.getRuntime().addShutdownHook(new Thread(issuer::close, "test-issuer-stop"));
        return new StackAddresses(
                keys.toString(),
                postgres.getHost(),
                postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT).toString(),
                SUPERUSER,
                PASSWORD,
                OWNER,
                PASSWORD,
                kafka.getBootstrapServers(),
                "http://" + registry.getHost() + ":" + registry.getMappedPort(REGISTRY_PORT) + "/apis/ccompat/v7",
                "redis://" + redis.getHost() + ":" + redis.getMappedPort(REDIS_PORT) + "/0",
                issuer.baseUrl().toString(),
                keys.toString(),
                KEY,
                "containers-1",
                KEY,
                KEY,
                SERVICE,
                PASSWORD,
                PASSWORD);
    }
}
