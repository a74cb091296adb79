package io.neomt.view.cache;

import io.neomt.event.AccessGrantId;
import io.neomt.event.GrantId;
import io.neomt.event.Position;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.TenantId;
import io.neomt.permission.Permission;
import io.neomt.permission.Terms;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One user's own part of their permissions: roles and teams are referred to, not copied, so that a change of one
 * touches no user.
 *
 * @param version the position that the value was read at
 * @param roles assigned directly; deleted roles may be among them, and give nothing
 * @param teams that the user is a member of; deleted teams may be among them, and give nothing
 * @param access to this tenant by the user of that id of another tenant, and by no other
 */
public record CachedUser(
        Position version,
        Status status,
        List<RoleRef> roles,
        List<Membership> teams,
        List<Grant> grants,
        List<Access> access) {

    /** The fields of the hash, as a script should ask for them: version, status, roles, teams, grants, access. */
    public static final List<String> FIELDS = List.of("v", "s", "r", "t", "d", "a");

    private static final String NONE = "[]";

    public CachedUser {
        roles = List.copyOf(roles);
        teams = List.copyOf(teams);
        grants = List.copyOf(grants);
        access = List.copyOf(access);
    }

    /** Only an active user has any permission. */
    public enum Status {
        ACTIVE,
        DEACTIVATED,
        DELETED,
        /** No user of this tenant: for this tenant's own users it is the same as none at all. */
        GUEST;

        private final String text = name().toLowerCase(Locale.ROOT);

        public String text() {
            return text;
        }

        /** @throws IllegalArgumentException when there is no such status */
        public static Status of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    /** That a role is assigned. */
    public record RoleRef(RoleId role, Terms terms) {}

    /** That the user is in a team. */
    public record Membership(TeamId team, Terms terms) {}

    /** A grant or denial on the user itself. */
    public record Grant(GrantId id, Permission permission) {}

    /** A grant to a user of another tenant. */
    public record Access(AccessGrantId id, TenantId home, Permission permission) {}

    /** The hash's fields; only who has access from another tenant has one for that. */
    public Map<String, String> toFields() {
        Map<String, String> fields = new HashMap<>();
        fields.put("v", version.toString());
        fields.put("s", status.text());
        fields.put("r", Item.write(roles, ref -> Item.of(ref.role.toString(), Item.ofTerms(ref.terms))));
        fields.put("t", Item.write(teams, member -> Item.of(member.team.toString(), Item.ofTerms(member.terms))));
        fields.put("d", Item.write(grants, CachedUser::item));
        if (!access.isEmpty()) {
            fields.put("a", Item.write(access, CachedUser::item));
        }
        return fields;
    }

    /** @throws CorruptCacheValueException when a field is missing or malformed */
    public static CachedUser ofFields(Map<String, String> fields) {
        return Fields.read(
                "user",
                fields,
                all -> new CachedUser(
                        all.position("v"),
                        Status.of(all.text("s")),
                        Item.read(all.text("r"), item -> new RoleRef(RoleId.of(item.text(0)), item.terms(1))),
                        Item.read(all.text("t"), item -> new Membership(TeamId.of(item.text(0)), item.terms(1))),
                        Item.read(all.text("d"), CachedUser::grant),
                        Item.read(fields.getOrDefault("a", NONE), CachedUser::access)));
    }

    private static Item item(Grant grant) {
        return Item.of(
                Item.pattern(grant.permission),
                grant.id.toString(),
                Item.ofTerms(grant.permission.terms()),
                Item.ofInstance(grant.permission.instance()));
    }

    private static Grant grant(Item item) {
        return new Grant(GrantId.of(item.text(1)), item.permission(0, 2, 3));
    }

    private static Item item(Access access) {
        return Item.of(
                Item.pattern(access.permission),
                access.id.toString(),
                access.home.toString(),
                Item.ofTerms(access.permission.terms()),
                Item.ofInstance(access.permission.instance()));
    }

    private static Access access(Item item) {
        return new Access(AccessGrantId.of(item.text(1)), TenantId.of(item.text(2)), item.permission(0, 3, 4));
    }
}
