package io.neomt.projection.tenantschema;

import io.neomt.event.TeamId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Permission;
import io.neomt.permission.Terms;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row that is always written whole: what puts it knows all of it. */
public sealed interface Row {

    RowKey key();

    /** What stands after this row replaced an earlier one of its key. */
    default Row over(Row earlier) {
        return this;
    }

    record UserRole(RowKey.UserRole key, Terms terms, Instant at) implements Row {}

    record Grant(RowKey.Grant key, UserId user, Permission permission, Instant at) implements Row {}

    record RolePermission(RowKey.RolePermission key, Instant at) implements Row {
        /** It was given already. */
        @Override
        public Row over(Row earlier) {
            return earlier;
        }
    }

    record RoleParent(RowKey.RoleParent key, Terms terms) implements Row {}

    record TeamMember(RowKey.TeamMember key, String teamRole, Terms terms, Instant at) implements Row {}

    record TeamRole(RowKey.TeamRole key, Terms terms, Instant at) implements Row {}

    record TeamPermission(RowKey.TeamPermission key, Instant at) implements Row {
        /** It was given already. */
        @Override
        public Row over(Row earlier) {
            return earlier;
        }
    }

    record Setting(RowKey.Setting key, String json, Stamp last) implements Row {}

    /** Outlives the {@link Access} that it tells the user of. */
    record Guest(RowKey.Guest key, UserId user) implements Row {}

    record Access(RowKey.Access key, TenantId home, UserId user, Permission permission, Instant at) implements Row {}

    record Code(
            RowKey.Code key, String description, @Nullable String resourceType, Instant createdAt, Stamp last)
            implements Row {
        @Override
        public Row over(Row earlier) {
            return earlier instanceof Code code ? new Code(key, description, resourceType, code.createdAt, last) : this;
        }
    }

    record Resource(
            RowKey.Resource key,
            @Nullable UserId owner,
            @Nullable TeamId team,
            String properties,
            Instant createdAt,
            Stamp last)
            implements Row {
        @Override
        public Row over(Row earlier) {
            return earlier instanceof Resource resource
                    ? new Resource(key, owner, team, properties, resource.createdAt, last)
                    : this;
        }
    }

    record Template(
            RowKey.Template key, String description, List<Permission> permissions, Instant createdAt, Stamp last)
            implements Row {
        public Template {
            permissions = List.copyOf(permissions);
        }

        @Override
        public Row over(Row earlier) {
            return earlier instanceof Template template
                    ? new Template(key, description, permissions, template.createdAt, last)
                    : this;
        }
    }
}
