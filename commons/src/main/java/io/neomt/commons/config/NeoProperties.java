package io.neomt.commons.config;

import static io.neomt.commons.config.Checks.base64;
import static io.neomt.commons.config.Checks.httpUrl;
import static io.neomt.commons.config.Checks.inRange;
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
        groups.put("neo.tracing", Tracing.class);
        groups.put("neo.connections", TenancyProperties.Connections.class);
        groups.put("neo.residency", TenancyProperties.Residency.class);
        groups.put("neo.service-account", TenancyProperties.ServiceAccount.class);
        groups.put("neo.bootstrap", Bootstrap.class);
        groups.put("neo.provisioning", TenancyProperties.Provisioning.class);
        groups.put("neo.migrations", TenancyProperties.Migrations.class);
        groups.put("neo.projection", ProjectionProperties.Projection.class);
        groups.put("neo.rebuild", ProjectionProperties.Rebuild.class);
        groups.put("neo.query", Query.class);
        groups.put("neo.audit", TenancyProperties.Audit.class);
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
     * Where the steps of commands and checks are told.
     *
     * @param collector of OpenTelemetry, by OTLP over HTTP, as {@code http://localhost:4318}; nobody is told without it
     * @param share of the traces that begin here, 0 to 1; who sends a {@code traceparent} has decided on its own
     */
    public record Tracing(
            @Nullable URI collector, @DefaultValue("0.1") double share) {
        public Tracing {
            if (collector != null) {
                httpUrl("neo.tracing.collector", collector);
            }
            if (!(share >= 0 && share <= 1)) {
                throw new ConfigurationException("neo.tracing.share", "is 0 to 1");
            }
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
     * How the query API is seen from outside, and what it remembers.
     *
     * @param publicUrl where callers reach it; without it the API tells nobody where its endpoints are, since a request's
     *     own headers are no proof of that
     * @param remembered the most sets of users, roles, teams and resources that one instance keeps in memory
     * @param parked what is said of a tenant whose views stand before an event: {@code stale}, which is what they last
     *     were, marked as such, or {@code deny}
     */
    public record Query(
            @Nullable URI publicUrl,
            @DefaultValue("200000") int remembered,
            @DefaultValue("stale") Parked parked) {

        /** What is said of a tenant whose views do not go on. */
        public enum Parked {
            STALE,
            DENY
        }

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
