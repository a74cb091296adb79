package io.neomt.commons.config;

import static io.neomt.commons.config.Checks.base64;
import static io.neomt.commons.config.Checks.httpUrl;
import static io.neomt.commons.config.Checks.inRange;
import static io.neomt.commons.config.Checks.longerThanNothing;
import static io.neomt.commons.config.Checks.pairs;
import static io.neomt.commons.config.Checks.regionCodes;
import static io.neomt.commons.config.Checks.required;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Every setting of every service, one record for each group of keys. A service reads only the groups that it uses, but
 * knows all of them, since all services may run from one environment. The component {@code poolSize} of the group
 * {@code neo.admin-database} is the key {@code neo.admin-database.pool-size}, in the environment
 * {@code NEO_ADMIN_DATABASE_POOL_SIZE}.
 */
public final class NeoProperties {

    private NeoProperties() {}

    /** The groups by prefix, in the order in which documentation shows them. */
    static Map<String, Class<? extends Record>> groups() {
        Map<String, Class<? extends Record>> groups = new LinkedHashMap<>();
        groups.put("neo.admin-database", AdminDatabase.class);
        groups.put("neo.kafka", Kafka.class);
        groups.put("neo.events", Events.class);
        groups.put("neo.registry", Registry.class);
        groups.put("neo.redis", Redis.class);
        groups.put("neo.security", Security.class);
        groups.put("neo.consistency", Consistency.class);
        groups.put("neo.connections", Connections.class);
        groups.put("neo.residency", Residency.class);
        groups.put("neo.service-account", ServiceAccount.class);
        groups.put("neo.bootstrap", Bootstrap.class);
        groups.put("neo.provisioning", Provisioning.class);
        groups.put("neo.projection", Projection.class);
        groups.put("neo.query", Query.class);
        groups.put("neo.keycloak", KeycloakProperties.class);
        return groups;
    }

    /**
     * Where the event store and the tables of the platform are.
     *
     * @param poolSize the most connections that one service opens
     */
    public record AdminDatabase(
            String url,
            String username,
            @DefaultValue("") String password,
            @DefaultValue("10") int poolSize) {
        public AdminDatabase {
            if (!required("neo.admin-database.url", url).startsWith("jdbc:postgresql://")) {
                throw new ConfigurationException("neo.admin-database.url", "begins with jdbc:postgresql://");
            }
            required("neo.admin-database.username", username);
            inRange("neo.admin-database.pool-size", poolSize, 1, 1_000);
        }

        @Override
        public String toString() {
            return "AdminDatabase[" + url + "]";
        }
    }

    /** @param bootstrapServers {@code host:port,…} of some brokers */
    public record Kafka(String bootstrapServers) {
        public Kafka {
            required("neo.kafka.bootstrap-servers", bootstrapServers);
        }
    }

    /**
     * The topic of the tenants' events.
     *
     * @param partitions with which the topic is made; never changed afterwards
     */
    public record Events(
            @DefaultValue("neo.tenant.events.v1") String topic,
            @DefaultValue("48") int partitions) {
        public Events {
            required("neo.events.topic", topic);
            inRange("neo.events.partitions", partitions, 1, 1_024);
        }
    }

    /**
     * The schema registry, by Confluent's REST API.
     *
     * @param autoRegister whether unknown schemas are registered at start; only for development
     */
    public record Registry(URI url, @DefaultValue("false") boolean autoRegister) {
        public Registry {
            httpUrl("neo.registry.url", url);
        }
    }

    /** @param url {@code redis://[:password@]host:port/database} */
    public record Redis(URI url) {
        public Redis {
            String scheme = required("neo.redis.url", url).getScheme();
            if (!"redis".equals(scheme) && !"rediss".equals(scheme)) {
                throw new ConfigurationException("neo.redis.url", "is of the form redis://host:port/database");
            }
        }

        @Override
        public String toString() {
            return "Redis[" + url.getHost() + ":" + url.getPort() + "]";
        }
    }

    /**
     * Whose tokens are believed.
     *
     * @param issuerBaseUrl realms lie below it, as {@code <issuer-base-url>/realms/<realm>}
     * @param audience that a token must name
     * @param clockSkew how far the clocks of issuer and service may differ
     * @param platformRealm the realm of the platform's own users
     * @param organizationsRealm the realm of all tenants' users, an organization each; else each tenant has a realm
     */
    public record Security(
            URI issuerBaseUrl,
            @DefaultValue("neo-api") String audience,
            @DefaultValue("30s") Duration clockSkew,
            @DefaultValue("NeoAdmin") String platformRealm,
            @Nullable String organizationsRealm) {
        public Security {
            httpUrl("neo.security.issuer-base-url", issuerBaseUrl);
            required("neo.security.audience", audience);
            required("neo.security.platform-realm", platformRealm);
            if (clockSkew.isNegative() || clockSkew.compareTo(Duration.ofMinutes(5)) > 0) {
                throw new ConfigurationException("neo.security.clock-skew", "is 0s to 5m");
            }
        }
    }

    /** @param secret signs consistency tokens; 32 bytes or more in base64, the same in every service */
    public record Consistency(String secret) {
        public Consistency {
            base64("neo.consistency.secret", secret, 32, 1_024);
        }

        @Override
        public String toString() {
            return "Consistency[]";
        }
    }

    /**
     * The databases that hold tenants, and what opens their passwords in {@code admin.database_connections}.
     *
     * @param keyId stored beside what the key encrypted
     * @param key 32 bytes in base64
     * @param formerKeys {@code id=key,…} of keys that something may still be encrypted with
     * @param mostOpen the most connections to databases of tenants that one process opens
     * @param idleAfter how long a pool that nobody uses stays open
     * @param healthInterval how often all databases are asked how they do
     * @param replicaLag how far behind a replica may be from which lists are read; 0s to read them where they are written
     */
    public record Connections(
            @DefaultValue("default") String keyId,
            String key,
            @DefaultValue("") String formerKeys,
            @DefaultValue("150") int mostOpen,
            @DefaultValue("10m") Duration idleAfter,
            @DefaultValue("5s") Duration healthInterval,
            @DefaultValue("0s") Duration replicaLag) {
        public Connections {
            required("neo.connections.key-id", keyId);
            base64("neo.connections.key", key, 32, 32);
            pairs("neo.connections.former-keys", formerKeys)
                    .values()
                    .forEach(former -> base64("neo.connections.former-keys", former, 32, 32));
            inRange("neo.connections.most-open", mostOpen, 1, 100_000);
            longerThanNothing("neo.connections.idle-after", idleAfter);
            longerThanNothing("neo.connections.health-interval", healthInterval);
            if (replicaLag.isNegative()) {
                throw new ConfigurationException("neo.connections.replica-lag", "is 0s or longer");
            }
        }

        /** Keys by their ids. */
        public Map<String, String> former() {
            return pairs("neo.connections.former-keys", formerKeys);
        }

        @Override
        public String toString() {
            return "Connections[" + keyId + "]";
        }
    }

    /**
     * Whose rows a process may touch.
     *
     * @param regions {@code code,…} of the regions whose tenants are served; empty for all
     */
    public record Residency(@DefaultValue("") String regions) {
        public Residency {
            regionCodes("neo.residency.regions", regions);
        }
    }

    /** As whom a service calls the command service. */
    public record ServiceAccount(
            @DefaultValue("provisioning-worker") String clientId, String clientSecret, URI commandServiceUrl) {
        public ServiceAccount {
            required("neo.service-account.client-id", clientId);
            required("neo.service-account.client-secret", clientSecret);
            httpUrl("neo.service-account.command-service-url", commandServiceUrl);
        }

        @Override
        public String toString() {
            return "ServiceAccount[" + clientId + "]";
        }
    }

    /** The first administrator, made when the event store is empty. */
    public record Bootstrap(
            @DefaultValue("admin") String adminExternalId,
            @DefaultValue("admin") String adminUsername) {
        public Bootstrap {
            required("neo.bootstrap.admin-external-id", adminExternalId);
            required("neo.bootstrap.admin-username", adminUsername);
        }
    }

    /**
     * How tenants are made.
     *
     * @param stock the fewest schemas that are kept ready on every connection; more where they are taken faster, 0 for
     *     none at all
     * @param concurrency how many tenants one instance works on at a time, a connection of their database each
     * @param lease how long nobody else works on a tenant that an instance has taken up; longer than any single step
     */
    public record Provisioning(
            @DefaultValue("8") int stock,
            @DefaultValue("3") int concurrency,
            @DefaultValue("60s") Duration lease) {
        public Provisioning {
            inRange("neo.provisioning.stock", stock, 0, 512);
            inRange("neo.provisioning.concurrency", concurrency, 1, 100);
            if (!lease.isPositive()) {
                throw new ConfigurationException("neo.provisioning.lease", "is longer than 0s");
            }
        }
    }

    /**
     * How the projection service works.
     *
     * @param group the consumer group whose instances share the work
     * @param concurrency how many consumers one instance runs
     * @param workers how many tenants are worked on at a time, a connection of their database each; half as many more
     *     are repaired meanwhile
     * @param batchSize the most events that go into one transaction
     * @param catchUpInterval how often all views are compared with the store
     * @param firstRetry how long to wait after a first failure that passes; twice as long each time
     * @param longestRetry the longest wait between two tries
     */
    public record Projection(
            @DefaultValue("neo.projection") String group,
            @DefaultValue("2") int concurrency,
            @DefaultValue("8") int workers,
            @DefaultValue("1000") int batchSize,
            @DefaultValue("2s") Duration catchUpInterval,
            @DefaultValue("100ms") Duration firstRetry,
            @DefaultValue("30s") Duration longestRetry) {
        public Projection {
            required("neo.projection.group", group);
            inRange("neo.projection.concurrency", concurrency, 1, 1_024);
            inRange("neo.projection.workers", workers, 1, 1_000);
            inRange("neo.projection.batch-size", batchSize, 1, 10_000);
            longerThanNothing("neo.projection.catch-up-interval", catchUpInterval);
            longerThanNothing("neo.projection.first-retry", firstRetry);
            longerThanNothing("neo.projection.longest-retry", longestRetry);
        }
    }

    /**
     * How the query API is seen from outside, and what it remembers.
     *
     * @param publicUrl where callers reach it; without it the API tells nobody where its endpoints are, since a request's
     *     own headers are no proof of that
     * @param remembered the most sets of users, roles, teams and resources that one instance keeps in memory
     */
    public record Query(
            @Nullable URI publicUrl, @DefaultValue("200000") int remembered) {
        public Query {
            inRange("neo.query.remembered", remembered, 0, 100_000_000);
            if (publicUrl != null) {
                httpUrl("neo.query.public-url", publicUrl);
                if (publicUrl.getQuery() != null || publicUrl.getFragment() != null) {
                    throw new ConfigurationException("neo.query.public-url", "has neither a query nor a fragment");
                }
            }
        }
    }
}
