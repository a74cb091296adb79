package io.neomt.query.web;

import org.jspecify.annotations.Nullable;

/** A check as it is sent: a permission, or an action on a resource. */
record CheckBody(
        @Nullable String userId,
        @Nullable String permission,
        @Nullable String action,
        @Nullable ResourceBody resource) {

    /** What an action is done to. */
    record ResourceBody(
            @Nullable String type,
            @Nullable String id,
            @Nullable String ownerId,
            @Nullable String teamId) {}
}
