package io.neomt.command.relay;

/**
 * The right to publish the tenants of one shard.
 *
 * @param owner one running relay
 * @param epoch rises each time that the shard passes to another owner
 */
public record Lease(int shard, String owner, long epoch) {}
