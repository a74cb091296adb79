package io.neomt.e2e;

import io.neomt.e2e.TenantView.Access;
import io.neomt.e2e.TenantView.Resource;
import io.neomt.e2e.TenantView.Role;
import io.neomt.e2e.TenantView.Team;
import io.neomt.e2e.TenantView.User;
import io.neomt.event.AccessEvent.AccessGranted;
import io.neomt.event.AccessEvent.AccessRevoked;
import io.neomt.event.CatalogueEvent.PermissionDefined;
import io.neomt.event.CatalogueEvent.PermissionWithdrawn;
import io.neomt.event.Event;
import io.neomt.event.MigrationEvent;
import io.neomt.event.OrganizationEvent;
import io.neomt.event.ProjectionEvent;
import io.neomt.event.ResourceEvent.ResourceRegistered;
import io.neomt.event.ResourceEvent.ResourceRemoved;
import io.neomt.event.RoleEvent;
import io.neomt.event.RoleEvent.RoleCreated;
import io.neomt.event.RoleEvent.RoleDeleted;
import io.neomt.event.RoleEvent.RoleParentAdded;
import io.neomt.event.RoleEvent.RoleParentRemoved;
import io.neomt.event.RoleEvent.RolePermissionGranted;
import io.neomt.event.RoleEvent.RolePermissionRevoked;
import io.neomt.event.RoleEvent.RoleUpdated;
import io.neomt.event.TeamEvent;
import io.neomt.event.TeamEvent.TeamCreated;
import io.neomt.event.TeamEvent.TeamDeleted;
import io.neomt.event.TeamEvent.TeamMemberAdded;
import io.neomt.event.TeamEvent.TeamMemberRemoved;
import io.neomt.event.TeamEvent.TeamMoved;
import io.neomt.event.TeamEvent.TeamPermissionGranted;
import io.neomt.event.TeamEvent.TeamPermissionRevoked;
import io.neomt.event.TeamEvent.TeamRoleAssigned;
import io.neomt.event.TeamEvent.TeamRoleUnassigned;
import io.neomt.event.TeamEvent.TeamUpdated;
import io.neomt.event.TeamId;
import io.neomt.event.TemplateEvent.RoleTemplateDefined;
import io.neomt.event.TemplateEvent.RoleTemplateRemoved;
import io.neomt.event.TenantEvent.TenantActivated;
import io.neomt.event.TenantEvent.TenantDeleted;
import io.neomt.event.TenantEvent.TenantDeletionRequested;
import io.neomt.event.TenantEvent.TenantPlaced;
import io.neomt.event.TenantEvent.TenantProvisioningAdvanced;
import io.neomt.event.TenantEvent.TenantProvisioningFailed;
import io.neomt.event.TenantEvent.TenantProvisioningRetried;
import io.neomt.event.TenantEvent.TenantPurgeRequested;
import io.neomt.event.TenantEvent.TenantPurged;
import io.neomt.event.TenantEvent.TenantRequested;
import io.neomt.event.TenantEvent.TenantRestored;
import io.neomt.event.TenantEvent.TenantResumed;
import io.neomt.event.TenantEvent.TenantSettingsChanged;
import io.neomt.event.TenantEvent.TenantSuspended;
import io.neomt.event.TenantEvent.TenantUpdated;
import io.neomt.event.UserEvent;
import io.neomt.event.UserEvent.RoleAssigned;
import io.neomt.event.UserEvent.RoleUnassigned;
import io.neomt.event.UserEvent.UserCreated;
import io.neomt.event.UserEvent.UserDeactivated;
import io.neomt.event.UserEvent.UserDeleted;
import io.neomt.event.UserEvent.UserPermissionGranted;
import io.neomt.event.UserEvent.UserPermissionRevoked;
import io.neomt.event.UserEvent.UserReactivated;
import io.neomt.event.UserEvent.UserUpdated;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Applies events to a view, one after the other, in the plainest way. */
final class Fold {

    final TenantView view = new TenantView();

    void apply(Event event) {
        switch (event) {
            case OrganizationEvent _,
                    TenantActivated _,
                    TenantPlaced _,
                    TenantProvisioningAdvanced _,
                    TenantProvisioningFailed _,
                    TenantProvisioningRetried _,
                    TenantUpdated _,
                    TenantSuspended _,
                    TenantResumed _,
                    TenantDeletionRequested _,
                    TenantDeleted _,
                    TenantRestored _,
                    TenantPurgeRequested _,
                    TenantPurged _ -> {}
            case UserEvent e -> apply(e);
            case RoleEvent e -> apply(e);
            case TeamEvent e -> apply(e);
            case TenantRequested e -> freeCodes(e.freePermissionCodes());
            case TenantSettingsChanged e -> freeCodes(e.freePermissionCodes());
            case PermissionDefined e -> view.others.put("code " + e.code(), e.description() + " " + e.resourceType());
            case PermissionWithdrawn e -> view.others.remove("code " + e.code());
            case RoleTemplateDefined e ->
                view.others.put(
                        "template " + e.name(),
                        e.description()
                                + e.permissions().stream().map(Texts::of).toList());
            case MigrationEvent _, ProjectionEvent _ -> {}
            case RoleTemplateRemoved e -> view.others.remove("template " + e.name());
            case ResourceRegistered e -> {
                UUID owner = e.owner() == null ? null : e.owner().value();
                view.removed.remove(e.instance().toString());
                view.resources.put(
                        e.instance().toString(), new Resource(owner, value(e.team()), Texts.json(e.properties())));
            }
            case ResourceRemoved e -> {
                view.resources.remove(e.instance().toString());
                view.removed.add(e.instance().toString());
            }
            case AccessGranted e -> {
                view.guests.add(e.user().value());
                view.access.put(
                        e.accessGrantId().value(),
                        new Access(e.user().value(), e.home().toString(), Texts.of(e.permission())));
            }
            case AccessRevoked e -> view.access.remove(e.accessGrantId().value());
        }
    }

    private void freeCodes(boolean free) {
        view.others.put("setting free_permission_codes", Boolean.toString(free));
    }

    private void apply(UserEvent event) {
        UUID id = event.userId().value();
        switch (event) {
            case UserCreated e -> {
                User user = new User(e.username());
                user.email = e.email();
                user.displayName = e.displayName();
                view.users.put(id, user);
            }
            case UserUpdated e -> {
                view.user(id).email = e.email();
                view.user(id).displayName = e.displayName();
            }
            case UserDeactivated _ -> view.user(id).status = "deactivated";
            case UserReactivated _ -> view.user(id).status = "active";
            case UserDeleted _ -> {
                view.user(id).status = "deleted";
                view.user(id).roles.clear();
                view.user(id).grants.clear();
                view.teams.values().forEach(team -> {
                    team.members.remove(id);
                    team.labels.remove(id);
                });
            }
            case RoleAssigned e -> view.user(id).roles.put(e.roleId().value(), Texts.of(e.terms()));
            case RoleUnassigned e -> view.user(id).roles.remove(e.roleId().value());
            case UserPermissionGranted e -> view.user(id).grants.put(e.grantId().value(), Texts.of(e.permission()));
            case UserPermissionRevoked e ->
                view.user(id).grants.remove(e.grantId().value());
        }
    }

    private void apply(RoleEvent event) {
        UUID id = event.roleId().value();
        switch (event) {
            case RoleCreated e -> view.roles.put(id, new Role(e.name()));
            case RoleUpdated e -> view.role(id).name = e.name();
            case RoleDeleted _ -> view.role(id).deleted = true;
            case RolePermissionGranted e -> view.role(id).permissions.add(Texts.of(e.permission()));
            case RolePermissionRevoked e -> view.role(id).permissions.remove(Texts.of(e.permission()));
            case RoleParentAdded e -> view.role(id).parents.put(e.parentId().value(), Texts.of(e.terms()));
            case RoleParentRemoved e ->
                view.role(id).parents.remove(e.parentId().value());
        }
    }

    private void apply(TeamEvent event) {
        UUID id = event.teamId().value();
        switch (event) {
            case TeamCreated e -> {
                Team team = new Team(e.name());
                team.parent = value(e.parentId());
                view.teams.put(id, team);
            }
            case TeamUpdated e -> view.team(id).name = e.name();
            case TeamMoved e -> view.team(id).parent = value(e.parentId());
            case TeamDeleted _ -> view.team(id).deleted = true;
            case TeamMemberAdded e -> {
                view.team(id).members.put(e.userId().value(), Texts.of(e.terms()));
                view.team(id).labels.put(e.userId().value(), e.teamRole());
            }
            case TeamMemberRemoved e -> {
                view.team(id).members.remove(e.userId().value());
                view.team(id).labels.remove(e.userId().value());
            }
            case TeamRoleAssigned e -> view.team(id).roles.put(e.roleId().value(), Texts.of(e.terms()));
            case TeamRoleUnassigned e -> view.team(id).roles.remove(e.roleId().value());
            case TeamPermissionGranted e -> view.team(id).permissions.add(Texts.of(e.permission()));
            case TeamPermissionRevoked e -> view.team(id).permissions.remove(Texts.of(e.permission()));
        }
    }

    private static @Nullable UUID value(@Nullable TeamId team) {
        return team == null ? null : team.value();
    }
}
