package io.neomt.testkit.backends;

import io.neomt.deploy.embedded.StackAddresses;
import io.neomt.deploy.embedded.StackSeed;
import io.neomt.deploy.embedded.issuer.TokenMint;
import io.neomt.view.SchemaName;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.postgresql.ds.PGSimpleDataSource;

/** Backends at given addresses, whoever runs them. */
final class StackBackends implements Backends {

    private static final String TENANTS = "neo_shared_us";

    private final StackAddresses addresses;
    private final Templates templates;

    StackBackends(StackAddresses addresses) {
        this.addresses = addresses;
        this.templates = new Templates(addresses);
    }

    @Override
    public StackAddresses addresses() {
        return addresses;
    }

    @Override
    public DataSource dataSource(String database) {
        return templates.owner(database);
    }

    @Override
    public DataSource freshDatabase() {
        String name = "test_" + random();
        templates.createDatabase(name);
        return templates.owner(name);
    }

    @Override
    public AdminDatabase freshAdminDatabase() {
        String name = "test_admin_" + random();
        String tenants = "test_tenants_" + random();
        templates.createAdminDatabase(name);
        templates.createDatabase(tenants);
        DataSource admin = templates.owner(name);
        StackSeed.apply(admin, addresses, tenants);
        Map<String, String> properties = new LinkedHashMap<>(addresses.serviceProperties());
        properties.put("neo.admin-database.url", addresses.jdbcUrl(name));
        return new AdminDatabase(
                name,
                addresses.jdbcUrl(name),
                addresses.postgresUser(),
                addresses.postgresPassword(),
                tenants,
                admin,
                properties);
    }

    @Override
    public TenantSchema freshTenantSchema() {
        SchemaName schema = freshSchemaName();
        PGSimpleDataSource database = templates.owner(TENANTS);
        templates.migrateTenant(database, schema);
        database.setCurrentSchema(schema.value());
        return new TenantSchema(TENANTS, schema, database);
    }

    @Override
    public String freshTopicName() {
        return "test." + random();
    }

    @Override
    public void createTopic(String topic, int partitions) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafkaBootstrap()))) {
            admin.createTopics(Set.of(new NewTopic(topic, partitions, (short) 1)))
                    .all()
                    .get();
            Await.until("leaders of " + topic, () -> hasLeaders(admin, topic, partitions));
        } catch (ExecutionException e) {
            throw new IllegalStateException("no topic " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public String freshSlug() {
        return "t" + random();
    }

    @Override
    public TokenMint issuer() {
        return new TokenMint(addresses.issuer(), Path.of(addresses.issuerKeys()));
    }

    private static boolean hasLeaders(Admin admin, String topic, int partitions) {
        try {
            return admin.describeTopics(Set.of(topic)).allTopicNames().get().values().stream()
                            .flatMap(description -> description.partitions().stream())
                            .filter(partition -> partition.leader() != null)
                            .count()
                    == partitions;
        } catch (ExecutionException e) {
            // the broker has not heard of the topic yet: asked again until the deadline
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String random() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
