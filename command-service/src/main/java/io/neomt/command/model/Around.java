package io.neomt.command.model;

import io.neomt.command.access.AccessState;
import io.neomt.command.catalogue.CatalogueState;
import io.neomt.command.grant.HolderState;
import io.neomt.command.kernel.Codes;
import io.neomt.command.kernel.CommonRejection;
import io.neomt.command.kernel.HolderFacts;
import io.neomt.command.kernel.Name;
import io.neomt.command.kernel.Reference;
import io.neomt.command.kernel.Rejection;
import io.neomt.command.kernel.RoleFacts;
import io.neomt.command.kernel.Subject;
import io.neomt.command.kernel.TeamFacts;
import io.neomt.command.kernel.TemplateFacts;
import io.neomt.command.kernel.Tenancy;
import io.neomt.command.model.Aggregate.OfAccess;
import io.neomt.command.model.Aggregate.OfCatalogue;
import io.neomt.command.model.Aggregate.OfOrganization;
import io.neomt.command.model.Aggregate.OfRole;
import io.neomt.command.model.Aggregate.OfTeam;
import io.neomt.command.model.Aggregate.OfTemplate;
import io.neomt.command.model.Aggregate.OfTenant;
import io.neomt.command.model.Aggregate.OfUser;
import io.neomt.command.organization.OrganizationState;
import io.neomt.command.role.RoleState;
import io.neomt.command.team.TeamState;
import io.neomt.command.template.TemplateState;
import io.neomt.command.tenant.TenantState;
import io.neomt.command.tenant.TenantSurroundings;
import io.neomt.command.user.Acquaintance;
import io.neomt.command.user.UserState;
import io.neomt.event.OrganizationId;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Permission;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A world as seen from one tenant. */
record Around(World world, TenantId tenant) implements Tenancy, TenantSurroundings, Acquaintance {

    @Override
    public Optional<RoleFacts> role(RoleId id) {
        return state(Subject.of(id)) instanceof OfRole(RoleState.Existing role) ? Optional.of(role) : Optional.empty();
    }

    @Override
    public Optional<TeamFacts> team(TeamId id) {
        return state(Subject.of(id)) instanceof OfTeam(TeamState.Existing team) ? Optional.of(team) : Optional.empty();
    }

    @Override
    public Optional<HolderFacts> user(UserId id) {
        return holder(Subject.of(id));
    }

    Optional<HolderFacts> holder(Subject user) {
        return state(user) instanceof OfUser(var _, HolderState.Existing holder)
                ? Optional.of(holder)
                : Optional.empty();
    }

    @Override
    public Set<TeamId> teamsBelow(TeamId id) {
        Set<TeamId> below = new LinkedHashSet<>();
        referring(Reference.Kind.CHILD, Subject.of(id)).forEach(child -> below.add(TeamId.of(child.id())));
        return below;
    }

    @Override
    public Set<UserId> membersOf(TeamId id) {
        Set<Subject> members = referring(Reference.Kind.MEMBER, Subject.of(id));
        world.prefetch(tenant, members);
        Set<UserId> users = new LinkedHashSet<>();
        members.forEach(member -> users.add(UserId.of(member.id())));
        return users;
    }

    @Override
    public Optional<TemplateFacts> template(String name) {
        return world.load(TenantId.PLATFORM, Subject.ofTemplate(name)).aggregate()
                        instanceof OfTemplate(TemplateState.Existing template)
                ? Optional.of(template)
                : Optional.empty();
    }

    @Override
    public boolean hasUser(TenantId home, UserId id) {
        return new Around(world, home).user(id).isPresent();
    }

    @Override
    public boolean isKnown(String externalId) {
        Reference former = UserState.former(externalId);
        return !isFree(new Name(Name.Kind.EXTERNAL_ID, externalId))
                || !referring(former.kind(), former.target()).isEmpty();
    }

    @Override
    public boolean isFree(Name name) {
        return world.holder(name.spaceFor(tenant), name).isEmpty();
    }

    /** What access grants here give to a user of another tenant, by their ids. */
    Map<UUID, Permission> accessOf(TenantId home, UserId user) {
        Map<UUID, Permission> grants = new LinkedHashMap<>();
        for (Subject access : referring(Reference.Kind.ACCESS, Subject.of(user))) {
            if (state(access) instanceof OfAccess(AccessState.Existing grant)
                    && grant.home().equals(home)) {
                grants.put(grant.id().value(), grant.permission());
            }
        }
        return grants;
    }

    TenantState tenantState() {
        return ((OfTenant) state(Subject.of(tenant))).state();
    }

    /** Why nobody may do anything in the tenant. */
    Optional<Rejection> closed() {
        return switch (tenantState()) {
            case TenantState.Absent _ ->
                Optional.of(new Rejection(CommonRejection.TENANT_NOT_FOUND, "There is no such tenant.", Map.of()));
            case TenantState.Existing tenant -> Closed.why(tenant);
        };
    }

    Codes codes() {
        boolean free = tenantState() instanceof TenantState.Existing existing && existing.freePermissionCodes();
        CatalogueState catalogue = ((OfCatalogue) state(Subject.catalogueOf(tenant))).state();
        return new Codes(free, catalogue.codes().keySet());
    }

    @Override
    public boolean organizationExists(OrganizationId id) {
        return world.load(TenantId.PLATFORM, Subject.of(id)).aggregate()
                instanceof OfOrganization(OrganizationState.Existing _);
    }

    @Override
    public boolean regionExists(String code) {
        return world.regionExists(code);
    }

    @Override
    public boolean connectionExists(String connectionName) {
        return world.connectionExists(connectionName);
    }

    private Aggregate state(Subject subject) {
        return world.load(tenant, subject).aggregate();
    }

    private Set<Subject> referring(Reference.Kind kind, Subject target) {
        return world.referring(tenant, new Reference(kind, target));
    }
}
