package io.neomt.query.lookup;

import io.neomt.permission.Permission;
import java.time.Instant;
import java.util.UUID;

/** What a user of another tenant may do, or may not. */
public record AccessGrantView(UUID id, UUID homeTenantId, UUID userId, Permission permission, Instant grantedAt) {}
