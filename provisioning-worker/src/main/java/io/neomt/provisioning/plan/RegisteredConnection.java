package io.neomt.provisioning.plan;

/** A row of {@code admin.database_connections} with the region it lies in. */
public record RegisteredConnection(
        String name, String region, boolean regionActive, boolean primary, boolean active, boolean healthy) {}
