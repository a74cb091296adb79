package io.neomt.query.lookup;

import io.neomt.permission.Terms;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A team that a user is in.
 *
 * @param teamRole what the user is called there, such as lead; it gives nothing
 */
public record Membership(
        UUID teamId, String name, @Nullable UUID parentId, String teamRole, Instant joinedAt, Terms terms) {}
