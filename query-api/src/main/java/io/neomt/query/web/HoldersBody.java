package io.neomt.query.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.neomt.permission.PermissionCode;
import io.neomt.query.audit.Holders;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who had a permission at some time.
 *
 * @param position of the last event that had happened; the answer is what all events up to it make
 */
record HoldersBody(String permission, Instant at, long position, List<HolderBody> holders) {

    /**
     * Somebody who had it.
     *
     * @param homeTenantId of somebody from another tenant
     * @param by what gave it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HolderBody(
            UUID userId,
            @Nullable String username,
            @Nullable UUID homeTenantId,
            EntitlementBody by) {

        private static HolderBody of(Holders.Holder holder) {
            return new HolderBody(
                    holder.user().value(),
                    holder.username(),
                    holder.home() == null ? null : holder.home().value(),
                    EntitlementBody.of(holder.by()));
        }
    }

    static HoldersBody of(PermissionCode code, Instant at, Holders.Found found) {
        return new HoldersBody(
                code.toString(),
                at,
                found.position().value(),
                found.holders().stream().map(HolderBody::of).toList());
    }
}
