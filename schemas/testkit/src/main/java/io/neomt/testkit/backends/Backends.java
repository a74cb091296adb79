package io.neomt.testkit.backends;

import io.neomt.deploy.embedded.StackAddresses;
import io.neomt.deploy.embedded.issuer.TokenMint;
import io.neomt.view.SchemaName;
import javax.sql.DataSource;

/**
 * Real PostgreSQL, Redis, Kafka, schema registry and issuer for tests. One set serves a whole run, so tests never
 * assume that anything on it is empty: they take fresh databases, schemas, topics and tenants.
 */
public interface Backends {

    /**
     * The stack that the environment variable {@code NEO_TEST_STACK} names (a file of addresses), or else one of this
     * JVM's own, started at the first call and stopped when the JVM ends. The system property
     * {@code test.backend=testcontainers} takes containers instead.
     */
    static Backends shared() {
        return SharedBackends.get();
    }

    StackAddresses addresses();

    /** Without a pool. */
    DataSource dataSource(String database);

    /** A database that has just been made, empty, and is this test's alone. */
    DataSource freshDatabase();

    /** A new platform: a migrated admin database, seeded with a connection to a new database for tenants' schemas. */
    AdminDatabase freshAdminDatabase();

    /** A new tenant schema made from the template, in a database that other tests use too. */
    TenantSchema freshTenantSchema();

    /** A topic that does not exist yet. */
    String freshTopicName();

    /** Creates the topic and returns when every partition has a leader. */
    void createTopic(String topic, int partitions);

    /** A schema name, and so a slug, that no other test uses. */
    default SchemaName freshSchemaName() {
        return SchemaName.ofSlug(freshSlug());
    }

    /** A slug that no other test uses. */
    String freshSlug();

    default String kafkaBootstrap() {
        return addresses().kafkaBootstrap();
    }

    default String registryUrl() {
        return addresses().registryUrl();
    }

    default String redisUrl() {
        return addresses().redisUrl();
    }

    /** Signs tokens of any realm of the running issuer. */
    TokenMint issuer();
}
