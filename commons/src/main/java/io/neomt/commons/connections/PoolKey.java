package io.neomt.commons.connections;

import org.jspecify.annotations.Nullable;

/**
 * What a pool is for.
 *
 * @param connection as tenants name it
 * @param database another one on the connection's server; null for the one that its row names
 * @param reading whether a replica will do that is not too far behind
 */
record PoolKey(String connection, @Nullable String database, boolean reading) {

    String label() {
        String name = database == null ? connection : connection + "/" + database;
        return reading ? name + "/reading" : name;
    }
}
