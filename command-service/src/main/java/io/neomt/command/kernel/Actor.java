package io.neomt.command.kernel;

import io.neomt.event.TenantId;

/** Who sent a command. */
public sealed interface Actor {

    /** Names the actor in idempotency records; no two actors share it. */
    String key();

    /**
     * Somebody whom a realm vouched for.
     *
     * @param home the tenant of the realm
     * @param externalId the subject by which the realm knows the user
     */
    record User(TenantId home, String externalId) implements Actor {

        @Override
        public String key() {
            return home + "/" + externalId;
        }
    }

    /**
     * Somebody whom a realm vouched for and whom its tenant may not know yet. May become known and nothing else.
     *
     * @param home the tenant of the realm
     * @param externalId the subject by which the realm knows them
     */
    record Newcomer(TenantId home, String externalId) implements Actor {

        @Override
        public String key() {
            return home + "/" + externalId;
        }
    }

    /** A part of the platform itself; needs no permission. Never made from a request. */
    record Internal(String name) implements Actor {

        @Override
        public String key() {
            return "system/" + name;
        }
    }
}
