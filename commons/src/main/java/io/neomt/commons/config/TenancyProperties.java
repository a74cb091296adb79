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
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.scheduling.support.CronExpression;

/** The settings of where tenants are and how they are made; see {@link NeoProperties}. */
public final class TenancyProperties {

    private TenancyProperties() {}

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

    /**
     * How tenants are made.
     *
     * @param stock the fewest schemas that are kept ready on every connection; more where they are taken faster, 0 for
     *     none at all
     * @param concurrency how many tenants one instance works on at a time, a connection of their database each
     * @param lease how long nobody else works on a tenant whose worker is not heard of any more
     * @param sweep how long a tenant is left to the events before it is looked for in the directory
     */
    public record Provisioning(
            @DefaultValue("8") int stock,
            @DefaultValue("3") int concurrency,
            @DefaultValue("60s") Duration lease,
            @DefaultValue("3s") Duration sweep) {
        public Provisioning {
            inRange("neo.provisioning.stock", stock, 0, 512);
            inRange("neo.provisioning.concurrency", concurrency, 1, 100);
            longerThanNothing("neo.provisioning.lease", lease);
            longerThanNothing("neo.provisioning.sweep", sweep);
        }
    }

    /**
     * How schemas are migrated.
     *
     * @param folder with scripts of the operator's own in {@code admin/}, {@code regional/} and {@code tenant/}; empty for
     *     none
     * @param lease how long nobody else works at a run whose orchestrator is not heard of any more
     * @param perServer the most connections that one orchestrator opens to one database server to migrate schemas
     * @param rest how long each of those rests after a schema, as a share of the time that the schema took and a second at
     *     most, so that the server and its processors are free for others meanwhile; 0 for not at all
     * @param lockTimeout how long a statement waits for a lock before the schema is tried again later
     * @param statementTimeout how long a statement may take
     * @param atStart whether everything that is behind is migrated when an orchestrator starts
     * @param schedule when everything that is behind is migrated, in UTC, as cron has it; empty for never
     */
    public record Migrations(
            @DefaultValue("") String folder,
            @DefaultValue("10s") Duration lease,
            @DefaultValue("4") int perServer,
            @DefaultValue("0") double rest,
            @DefaultValue("2s") Duration lockTimeout,
            @DefaultValue("1m") Duration statementTimeout,
            @DefaultValue("true") boolean atStart,
            @DefaultValue("0 2 * * *") String schedule) {
        public Migrations {
            longerThanNothing("neo.migrations.lease", lease);
            inRange("neo.migrations.per-server", perServer, 1, 64);
            if (!(rest >= 0 && rest <= 100)) {
                throw new ConfigurationException("neo.migrations.rest", "is 0 to 100");
            }
            longerThanNothing("neo.migrations.lock-timeout", lockTimeout);
            longerThanNothing("neo.migrations.statement-timeout", statementTimeout);
            if (!schedule.isBlank() && !CronExpression.isValidExpression("0 " + schedule)) {
                throw new ConfigurationException(
                        "neo.migrations.schedule", "has five fields as cron has them, such as 0 2 * * *");
            }
        }
    }

    /**
     * How exports of the audit log are signed.
     *
     * @param signingKey the secret of an Ed25519 key: 32 random bytes in base64; without it exports are not signed
     */
    public record Audit(@Nullable String signingKey) {
        public Audit {
            if (signingKey != null) {
                base64("neo.audit.signing-key", signingKey, 32, 32);
            }
        }

        @Override
        public String toString() {
            return "Audit[]";
        }
    }
}
