package io.neomt.command.model;

import io.neomt.command.access.AccessState;
import io.neomt.command.catalogue.CatalogueCommand;
import io.neomt.command.catalogue.CatalogueState;
import io.neomt.command.grant.GrantCommand;
import io.neomt.command.grant.GrantCommand.AssignRoles;
import io.neomt.command.grant.GrantCommand.GrantPermission;
import io.neomt.command.grant.GrantCommand.RevokePermission;
import io.neomt.command.grant.GrantCommand.UnassignRoles;
import io.neomt.command.grant.HolderState;
import io.neomt.command.intervention.InterventionCommand;
import io.neomt.command.kernel.Command;
import io.neomt.command.migration.MigrationState;
import io.neomt.command.model.Aggregate.OfAccess;
import io.neomt.command.model.Aggregate.OfCatalogue;
import io.neomt.command.model.Aggregate.OfMigration;
import io.neomt.command.model.Aggregate.OfOrganization;
import io.neomt.command.model.Aggregate.OfResource;
import io.neomt.command.model.Aggregate.OfRole;
import io.neomt.command.model.Aggregate.OfTeam;
import io.neomt.command.model.Aggregate.OfTemplate;
import io.neomt.command.model.Aggregate.OfTenant;
import io.neomt.command.model.Aggregate.OfUser;
import io.neomt.command.organization.OrganizationState;
import io.neomt.command.resource.ResourceState;
import io.neomt.command.role.RoleState;
import io.neomt.command.template.TemplateState;
import io.neomt.command.user.UserState;
import io.neomt.event.GrantId;
import java.util.Map;

/** What a command answers: the resource as the command left it, in the field names of the interface. */
final class Answer {

    private Answer() {}

    static Map<String, Object> data(Versioned after, Command command) {
        Fields fields = new Fields();
        switch (after.aggregate()) {
            case OfOrganization organization -> organization(fields, organization.state());
            case OfTenant _
            when command instanceof InterventionCommand c ->
                fields.put("tenant_id", c.tenantId())
                        .put("position", c.position().value());
            case OfTenant tenant -> TenantAnswer.put(fields, tenant.state());
            case OfRole role -> role(fields, role.state());
            case OfUser user when command instanceof GrantCommand c -> holdings(fields, user.holdings(), c);
            case OfUser user -> user(fields, user.life());
            case OfTeam team -> TeamAnswer.put(fields, team.state(), command);
            case OfCatalogue catalogue
            when command instanceof CatalogueCommand c -> permission(fields, catalogue.state(), c);
            case OfCatalogue _ -> {}
            case OfResource resource -> resource(fields, resource.state());
            case OfAccess access -> access(fields, access.state());
            case OfTemplate template -> template(fields, template.state());
            case OfMigration run -> migration(fields, run.state());
        }
        return fields.put("version", after.version()).all();
    }

    private static void organization(Fields fields, OrganizationState state) {
        if (state instanceof OrganizationState.Existing o) {
            fields.put("id", o.id()).put("name", o.name()).put("slug", o.slug());
        }
    }

    private static void user(Fields fields, UserState state) {
        switch (state) {
            case UserState.Existing u ->
                fields.put("id", u.id())
                        .put("username", u.username())
                        .put("email", u.email())
                        .put("display_name", u.displayName())
                        .put("external_id", u.externalId())
                        .put("status", u.active() ? "active" : "deactivated");
            case UserState.Deleted u -> fields.put("id", u.id()).put("status", "deleted");
            case UserState.Absent _ -> {}
        }
    }

    private static void role(Fields fields, RoleState state) {
        switch (state) {
            case RoleState.Existing r ->
                fields.put("id", r.id())
                        .put("name", r.name())
                        .put("description", r.description())
                        .put("is_system", r.system())
                        .put("permissions", Fields.permissions(r.permissions()))
                        .put("parents", Fields.ids(r.parents().keySet()))
                        .put("inheritance", Fields.limited("role_id", r.parents()));
            case RoleState.Deleted r -> fields.put("id", r.id()).put("deleted", true);
            case RoleState.Absent _ -> {}
        }
    }

    private static void holdings(Fields fields, HolderState state, GrantCommand command) {
        if (state instanceof HolderState.Existing holder) {
            switch (command) {
                case AssignRoles _, UnassignRoles _ ->
                    fields.put("user_id", holder.id())
                            .put("role_ids", Fields.ids(holder.roles().keySet()))
                            .put("assignments", Fields.limited("role_id", holder.roles()));
                case GrantPermission c -> grant(fields, holder, c);
                case RevokePermission c -> fields.put("id", c.grantId()).put("user_id", holder.id());
            }
        }
    }

    private static void grant(Fields fields, HolderState.Existing holder, GrantPermission c) {
        GrantId id = holder.find(c.permission()).orElse(c.grantId());
        fields.put("id", id).put("user_id", holder.id()).put(c.permission());
    }

    private static void permission(Fields fields, CatalogueState state, CatalogueCommand command) {
        fields.put("code", command.code());
        CatalogueState.Definition known = state.codes().get(command.code());
        if (known == null) {
            fields.put("withdrawn", true);
        } else {
            fields.put("description", known.description()).put("resource_type", known.resourceType());
        }
    }

    private static void resource(Fields fields, ResourceState state) {
        switch (state) {
            case ResourceState.Existing r ->
                fields.put("type", r.instance().type())
                        .put("id", r.instance().id())
                        .put("owner_id", r.owner())
                        .put("team_id", r.team());
            case ResourceState.Absent _ -> fields.put("removed", true);
        }
    }

    private static void access(Fields fields, AccessState state) {
        switch (state) {
            case AccessState.Existing a ->
                fields.put("id", a.id())
                        .put("home_tenant_id", a.home())
                        .put("user_id", a.user())
                        .put(a.permission());
            case AccessState.Revoked a -> fields.put("id", a.id()).put("revoked", true);
            case AccessState.Absent _ -> {}
        }
    }

    private static void migration(Fields fields, MigrationState state) {
        fields.put("migrated", (long) state.migrated()).put("failed", (long) state.failed());
    }

    private static void template(Fields fields, TemplateState state) {
        switch (state) {
            case TemplateState.Existing t ->
                fields.put("name", t.name())
                        .put("description", t.description())
                        .put("permissions", Fields.permissions(t.permissions()));
            case TemplateState.Absent _ -> fields.put("removed", true);
        }
    }
}
