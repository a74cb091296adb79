package io.neomt.permission;

/** One grant or denial that a user has, and where it comes from. */
public record Entitlement(PermissionPattern pattern, Effect effect, Source source) {}
