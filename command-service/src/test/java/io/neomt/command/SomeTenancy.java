package io.neomt.command;

import io.neomt.command.kernel.Codes;
import io.neomt.command.kernel.Giving;
import io.neomt.command.kernel.HolderFacts;
import io.neomt.command.kernel.Membership;
import io.neomt.command.kernel.RoleFacts;
import io.neomt.command.kernel.TeamFacts;
import io.neomt.command.kernel.TemplateFacts;
import io.neomt.command.kernel.Tenancy;
import io.neomt.condition.CelConditions;
import io.neomt.event.GrantId;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.Terms;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A tenant around a command, put together for one test. */
public final class SomeTenancy implements Tenancy {

    public static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    /** Everything may be given that has a window and a condition that make sense. */
    public static final Giving FREE = new Giving(NOW, new CelConditions(), new Codes(true, Set.of()));

    public static final Terms UNTIL_TOMORROW = Terms.of(null, NOW.plusSeconds(86_400), null);
    public static final Terms UNTIL_NOW = Terms.of(null, NOW, null);

    private final Map<RoleId, RoleFacts> roles = new LinkedHashMap<>();
    private final Map<TeamId, TeamFacts> teams = new LinkedHashMap<>();
    private final Map<UserId, HolderFacts> users = new LinkedHashMap<>();
    private final Map<String, TemplateFacts> templates = new LinkedHashMap<>();

    /** A role as others see it. */
    public record Role(RoleId id, String name, Set<Permission> permissions, Map<RoleId, Terms> parents)
            implements RoleFacts {}

    /** A team as others see it. */
    public record Team(
            TeamId id, String name, @Nullable TeamId parentId, Map<RoleId, Terms> roles, Set<Permission> permissions)
            implements TeamFacts {}

    /** A user as others see it. */
    public record User(
            UserId id,
            boolean active,
            Map<RoleId, Terms> roles,
            Map<GrantId, Permission> grants,
            Map<TeamId, Membership> teams)
            implements HolderFacts {}

    /** A template as others see it. */
    public record Template(String description, List<Permission> permissions) implements TemplateFacts {}

    public SomeTenancy with(Role role) {
        roles.put(role.id(), role);
        return this;
    }

    public SomeTenancy with(Team team) {
        teams.put(team.id(), team);
        return this;
    }

    public SomeTenancy with(User user) {
        users.put(user.id(), user);
        return this;
    }

    public SomeTenancy with(String name, Template template) {
        templates.put(name, template);
        return this;
    }

    /** A role without permissions. */
    public SomeTenancy role(RoleId id, String name, RoleId... parents) {
        return with(new Role(id, name, Set.of(), unlimited(parents)));
    }

    /** A team that has nothing. */
    public SomeTenancy team(TeamId id, String name, @Nullable TeamId parent) {
        return with(new Team(id, name, parent, Map.of(), Set.of()));
    }

    /** A user who holds nothing but memberships. */
    public SomeTenancy user(UserId id, Map<TeamId, Membership> memberships) {
        return with(new User(id, true, Map.of(), Map.of(), memberships));
    }

    public static Map<RoleId, Terms> unlimited(RoleId... roles) {
        Map<RoleId, Terms> all = new LinkedHashMap<>();
        Stream.of(roles).forEach(role -> all.put(role, Terms.NONE));
        return all;
    }

    public static Permission grant(String pattern) {
        return Permission.grant(PermissionPattern.parse(pattern));
    }

    public static Permission denial(String pattern) {
        return Permission.denial(PermissionPattern.parse(pattern));
    }

    public static Permission on(Terms terms, Permission permission) {
        return new Permission(permission.pattern(), permission.effect(), permission.instance(), terms);
    }

    @Override
    public Optional<RoleFacts> role(RoleId id) {
        return Optional.ofNullable(roles.get(id));
    }

    @Override
    public Optional<TeamFacts> team(TeamId id) {
        return Optional.ofNullable(teams.get(id));
    }

    @Override
    public Optional<HolderFacts> user(UserId id) {
        return Optional.ofNullable(users.get(id));
    }

    @Override
    public Set<TeamId> teamsBelow(TeamId id) {
        Set<TeamId> below = new LinkedHashSet<>();
        teams.values().stream().filter(team -> id.equals(team.parentId())).forEach(team -> below.add(team.id()));
        return below;
    }

    @Override
    public Set<UserId> membersOf(TeamId id) {
        Set<UserId> members = new LinkedHashSet<>();
        users.values().stream().filter(user -> user.teams().containsKey(id)).forEach(user -> members.add(user.id()));
        return members;
    }

    @Override
    public Optional<TemplateFacts> template(String name) {
        return Optional.ofNullable(templates.get(name));
    }

    @Override
    public boolean hasUser(TenantId home, UserId id) {
        return users.containsKey(id);
    }
}
