package io.neomt.command.model;

import io.neomt.command.grant.GrantCommand;
import io.neomt.command.grant.GrantCommand.AssignRoles;
import io.neomt.command.grant.GrantCommand.GrantPermission;
import io.neomt.command.grant.GrantCommand.RevokePermission;
import io.neomt.command.grant.GrantCommand.UnassignRoles;
import io.neomt.command.grant.HolderState;
import io.neomt.command.kernel.Command;
import io.neomt.command.kernel.DirectGrant;
import io.neomt.command.kernel.Ordered;
import io.neomt.command.model.Aggregate.OfOrganization;
import io.neomt.command.model.Aggregate.OfRole;
import io.neomt.command.model.Aggregate.OfTenant;
import io.neomt.command.model.Aggregate.OfUser;
import io.neomt.command.organization.OrganizationState;
import io.neomt.command.role.RoleState;
import io.neomt.command.tenant.TenantState;
import io.neomt.command.user.UserState;
import io.neomt.event.GrantId;
import io.neomt.permission.PermissionPattern;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a command answers: the resource as the command left it, in the field names of the interface. */
final class Answer {

    private Answer() {}

    static Map<String, Object> data(Versioned after, Command command) {
        Fields fields = new Fields();
        switch (after.aggregate()) {
            case OfOrganization organization -> organization(fields, organization.state());
            case OfTenant tenant -> tenant(fields, tenant.state());
            case OfRole role -> role(fields, role.state());
            case OfUser user when command instanceof GrantCommand c -> holdings(fields, user.holdings(), c);
            case OfUser user -> user(fields, user.life());
        }
        return fields.put("version", after.version()).all();
    }

    private static void organization(Fields fields, OrganizationState state) {
        if (state instanceof OrganizationState.Existing o) {
            fields.put("id", o.id()).put("name", o.name()).put("slug", o.slug());
        }
    }

    private static void tenant(Fields fields, TenantState state) {
        if (state instanceof TenantState.Existing t) {
            fields.put("id", t.id())
                    .put("name", t.name())
                    .put("slug", t.slug())
                    .put("organization_id", t.organizationId())
                    .put("region", t.region())
                    .put("deployment_type", lower(t.deploymentType()))
                    .put("schema_name", t.schemaName())
                    .put("status", t.active() ? "active" : "requested");
        }
    }

    private static void user(Fields fields, UserState state) {
        if (state instanceof UserState.Existing u) {
            fields.put("id", u.id())
                    .put("username", u.username())
                    .put("email", u.email())
                    .put("display_name", u.displayName())
                    .put("external_id", u.externalId())
                    .put("status", u.active() ? "active" : "deactivated");
        }
    }

    private static void role(Fields fields, RoleState state) {
        switch (state) {
            case RoleState.Existing r ->
                fields.put("id", r.id())
                        .put("name", r.name())
                        .put("description", r.description())
                        .put(
                                "permissions",
                                r.permissions().stream()
                                        .map(PermissionPattern::text)
                                        .toList())
                        .put("parents", texts(r.parents()));
            case RoleState.Deleted r -> fields.put("id", r.id()).put("deleted", true);
            case RoleState.Absent _ -> {}
        }
    }

    private static void holdings(Fields fields, HolderState state, GrantCommand command) {
        if (state instanceof HolderState.Existing holder) {
            switch (command) {
                case AssignRoles _ -> roles(fields, holder);
                case UnassignRoles _ -> roles(fields, holder);
                case GrantPermission c -> grant(fields, holder, c);
                case RevokePermission c -> fields.put("id", c.grantId()).put("user_id", holder.id());
            }
        }
    }

    private static void roles(Fields fields, HolderState.Existing holder) {
        fields.put("user_id", holder.id()).put("role_ids", texts(holder.roles()));
    }

    private static void grant(Fields fields, HolderState.Existing holder, GrantPermission c) {
        GrantId id = holder.find(new DirectGrant(c.permission(), c.effect())).orElse(c.grantId());
        fields.put("id", id)
                .put("user_id", holder.id())
                .put("permission", c.permission().text())
                .put("effect", lower(c.effect()));
    }

    private static List<String> texts(Collection<?> values) {
        return values.stream().map(Object::toString).toList();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Collects fields in order; what is null is left out, ids become text. */
    private static final class Fields {

        private final Map<String, Object> values = new LinkedHashMap<>();

        Fields put(String name, @Nullable Object value) {
            switch (value) {
                case null -> {}
                case Number number -> values.put(name, number);
                case Boolean bool -> values.put(name, bool);
                case List<?> list -> values.put(name, list);
                default -> values.put(name, value.toString());
            }
            return this;
        }

        Map<String, Object> all() {
            return Ordered.map(values);
        }
    }
}
