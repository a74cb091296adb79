package io.neomt.projection.store;

import io.neomt.event.Position;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Instance;
import io.neomt.projection.permissionsets.Affected;
import io.neomt.projection.permissionsets.PermissionSets;
import io.neomt.projection.permissionsets.RoleRow;
import io.neomt.projection.permissionsets.RoleSets;
import io.neomt.projection.permissionsets.SetReader;
import io.neomt.projection.permissionsets.TeamRow;
import io.neomt.projection.permissionsets.TeamSets;
import io.neomt.view.cache.CachedResource;
import io.neomt.view.cache.CachedRole;
import io.neomt.view.cache.CachedTeam;
import io.neomt.view.cache.CachedUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Reads sets from the rows of tenant schemas. */
public final class TenantSetReader implements SetReader {

    private static final int PIECE = 1_000;
    private static final UserId FIRST = new UserId(new UUID(0, 0));

    private final TenantSchemas schemas;

    public TenantSetReader(TenantSchemas schemas) {
        this.schemas = schemas;
    }

    @Override
    public Position position(TenantId tenant) {
        return schemas.of(tenant).read(Positions::read);
    }

    @Override
    public PermissionSets read(TenantId tenant, Affected affected) {
        return schemas.of(tenant).read(dsl -> sets(dsl, affected, Positions.read(dsl)));
    }

    /** @param at where the rows are */
    static PermissionSets sets(DSLContext dsl, Affected affected, Position at) {
        boolean noUser = affected.users().isEmpty() && affected.access().isEmpty();
        return new PermissionSets(
                at,
                noUser ? Map.of() : UserSetRows.of(dsl, affected, at),
                affected.roles().isEmpty() ? Map.of() : roles(RoleSetRows.of(dsl, affected.roles()), at),
                affected.teams().isEmpty() ? Map.of() : teams(TeamSetRows.of(dsl, affected.teams()), at),
                affected.resources().isEmpty() ? Map.of() : ResourceSetRows.of(dsl, affected.resources(), at));
    }

    @Override
    public Position readAll(TenantId tenant, Consumer<PermissionSets> piece) {
        return schemas.of(tenant).read(dsl -> {
            Position at = Positions.read(dsl);
            all(dsl, at, piece);
            return at;
        });
    }

    /** @param at where the rows are */
    static void all(DSLContext dsl, Position at, Consumer<PermissionSets> piece) {
        Lineage<RoleRow> roles = RoleSetRows.all(dsl);
        pieces(
                roles.wanted(),
                some -> piece.accept(PermissionSets.ofRoles(at, roles(new Lineage<>(some, roles.all()), at))));
        Lineage<TeamRow> teams = TeamSetRows.all(dsl);
        pieces(
                teams.wanted(),
                some -> piece.accept(PermissionSets.ofTeams(at, teams(new Lineage<>(some, teams.all()), at))));
        readUsers(dsl, at, piece);
        readResources(dsl, at, piece);
    }

    private static Map<RoleId, CachedRole> roles(Lineage<RoleRow> lineage, Position at) {
        RoleSets all = new RoleSets(lineage.all());
        Map<RoleId, CachedRole> sets = new LinkedHashMap<>();
        lineage.wanted().forEach(role -> sets.put(role.id(), all.set(role, at)));
        return sets;
    }

    private static Map<TeamId, CachedTeam> teams(Lineage<TeamRow> lineage, Position at) {
        TeamSets all = new TeamSets(lineage.all());
        Map<TeamId, CachedTeam> sets = new LinkedHashMap<>();
        lineage.wanted().forEach(team -> sets.put(team.id(), all.set(team, at)));
        return sets;
    }

    private static <T> void pieces(List<T> all, Consumer<List<T>> piece) {
        for (int from = 0; from < all.size(); from += PIECE) {
            piece.accept(all.subList(from, Math.min(all.size(), from + PIECE)));
        }
    }

    private static void readUsers(DSLContext dsl, Position at, Consumer<PermissionSets> piece) {
        SequencedMap<UserId, CachedUser> users = UserSetRows.after(dsl, FIRST, PIECE, at);
        while (!users.isEmpty()) {
            piece.accept(PermissionSets.ofUsers(at, users));
            users = UserSetRows.after(dsl, users.lastEntry().getKey(), PIECE, at);
        }
    }

    private static void readResources(DSLContext dsl, Position at, Consumer<PermissionSets> piece) {
        @Nullable Instance last = null;
        while (true) {
            SequencedMap<Instance, CachedResource> some = ResourceSetRows.after(dsl, last, PIECE, at);
            if (some.isEmpty()) {
                return;
            }
            piece.accept(PermissionSets.ofResources(at, some));
            last = some.lastEntry().getKey();
        }
    }
}
