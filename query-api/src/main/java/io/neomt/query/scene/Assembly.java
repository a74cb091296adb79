package io.neomt.query.scene;

import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.CompiledSet;
import io.neomt.permission.CompiledTeam;
import io.neomt.permission.CompiledUser;
import io.neomt.permission.ConditionLanguage;
import io.neomt.permission.Decision;
import io.neomt.permission.Entitlement;
import io.neomt.permission.Limits;
import io.neomt.permission.Link;
import io.neomt.permission.Permission;
import io.neomt.permission.Source;
import io.neomt.permission.Terms;
import io.neomt.view.cache.CachedPermission;
import io.neomt.view.cache.CachedResource;
import io.neomt.view.cache.CachedRole;
import io.neomt.view.cache.CachedTeam;
import io.neomt.view.cache.CachedUser;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes of sets, as they are stored, what questions are asked of. */
public final class Assembly {

    private static final Standing DELETED = new Standing.Blocked(Decision.Cause.USER_DELETED);
    private static final Standing DEACTIVATED = new Standing.Blocked(Decision.Cause.USER_DEACTIVATED);

    private final ConditionLanguage language;
    private final Function<String, Map<String, Object>> json;

    /** @param json reads a JSON object */
    public Assembly(ConditionLanguage language, Function<String, Map<String, Object>> json) {
        this.language = language;
        this.json = json;
    }

    public CompiledSet role(CachedRole role) {
        return role.deleted() ? CompiledSet.EMPTY : set(role.permissions(), Source.Role::new);
    }

    public CompiledTeam team(CachedTeam team, Shelf shelf) {
        if (team.deleted()) {
            return CompiledTeam.NONE;
        }
        return new CompiledTeam(
                team.upwards().stream().map(id -> id.value()).toList(),
                set(team.permissions(), path -> new Source.Team(path, List.of())),
                team.roles().stream()
                        .map(ref -> new CompiledTeam.Role(
                                new Link<>(limits(ref.terms()), shelf.roleCell(ref.role())), ref.path()))
                        .toList());
    }

    /** @param user null when there is none */
    public Standing standing(UserId id, @Nullable CachedUser user, Shelf shelf) {
        if (user == null) {
            return Standing.Foreign.UNKNOWN;
        }
        return switch (user.status()) {
            case ACTIVE -> new Standing.Active(user(id, user, shelf));
            case DEACTIVATED -> DEACTIVATED;
            case DELETED -> DELETED;
            case GUEST -> guest(id, user.access());
        };
    }

    /** @param resource null when it is not registered */
    public Registered resource(@Nullable CachedResource resource) {
        if (resource == null || resource.removed()) {
            return Registered.NOTHING;
        }
        return new Registered(
                resource.owner() == null ? null : resource.owner().value(),
                resource.team() == null ? null : resource.team().value(),
                json.apply(resource.properties()));
    }

    /** Whatever the user's status. */
    public CompiledUser user(UserId id, CachedUser user, Shelf shelf) {
        return new CompiledUser(
                id.value(),
                CompiledSet.of(user.grants().stream()
                        .map(grant -> entitlement(
                                grant.permission(), new Source.Direct(grant.id().value()), List.of()))
                        .toList()),
                user.roles().stream()
                        .map(ref -> new Link<>(limits(ref.terms()), shelf.roleCell(ref.role())))
                        .toList(),
                user.teams().stream()
                        .map(member -> new CompiledUser.Membership(
                                member.team().value(),
                                new Link<>(limits(member.terms()), shelf.teamCell(member.team()))))
                        .toList());
    }

    private Standing guest(UserId id, List<CachedUser.Access> access) {
        Map<TenantId, List<CachedUser.Access>> byHome =
                access.stream().collect(Collectors.groupingBy(CachedUser.Access::home));
        return new Standing.Foreign(byHome.entrySet().stream()
                .map(home -> new Standing.Access(home.getKey(), guest(id.value(), home.getValue(), home.getKey())))
                .toList());
    }

    private CompiledUser guest(UUID id, List<CachedUser.Access> access, TenantId home) {
        CompiledSet given = CompiledSet.of(access.stream()
                .map(each -> entitlement(
                        each.permission(), new Source.Access(each.id().value(), home.value()), List.of()))
                .toList());
        return new CompiledUser(id, given, List.of(), List.of());
    }

    private CompiledSet set(List<CachedPermission> permissions, Function<List<String>, Source> source) {
        return CompiledSet.of(permissions.stream()
                .map(each -> entitlement(each.permission(), source.apply(each.path()), each.via()))
                .toList());
    }

    private Entitlement entitlement(Permission permission, Source source, List<Terms> via) {
        List<Terms> all = permission.terms().equals(Terms.NONE)
                ? via
                : Stream.concat(via.stream(), Stream.of(permission.terms())).toList();
        return new Entitlement(
                permission.pattern(), permission.effect(), source, Limits.of(all, permission.instance(), language));
    }

    private Limits limits(Terms terms) {
        return Limits.of(List.of(terms), null, language);
    }
}
