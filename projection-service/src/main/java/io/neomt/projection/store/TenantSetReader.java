package io.neomt.projection.store;

import io.neomt.event.Position;
import io.neomt.event.RoleId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.projection.permissionsets.Affected;
import io.neomt.projection.permissionsets.PermissionSets;
import io.neomt.projection.permissionsets.RoleClosure;
import io.neomt.projection.permissionsets.RoleRow;
import io.neomt.projection.permissionsets.SetReader;
import io.neomt.view.cache.CachedRole;
import io.neomt.view.cache.CachedUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;

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
        return schemas.of(tenant).read(dsl -> {
            Position position = Positions.read(dsl);
            Map<UserId, CachedUser> users =
                    affected.users().isEmpty() ? Map.of() : SetRows.users(dsl, affected.users(), position);
            return new PermissionSets(position, users, roles(dsl, affected.roles(), position));
        });
    }

    @Override
    public Position readAll(TenantId tenant, Consumer<PermissionSets> piece) {
        return schemas.of(tenant).read(dsl -> {
            Position position = Positions.read(dsl);
            readRoles(dsl, position, piece);
            readUsers(dsl, position, piece);
            return position;
        });
    }

    private static Map<RoleId, CachedRole> roles(DSLContext dsl, Set<RoleId> ids, Position position) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        SetRows.Lineage lineage = SetRows.lineage(dsl, ids);
        return closures(lineage.all(), lineage.heirs(), position);
    }

    private static Map<RoleId, CachedRole> closures(List<RoleRow> all, List<RoleRow> wanted, Position position) {
        RoleClosure closure = new RoleClosure(all);
        Map<RoleId, CachedRole> sets = new LinkedHashMap<>();
        wanted.forEach(role -> sets.put(role.id(), closure.set(role, position)));
        return sets;
    }

    private static void readRoles(DSLContext dsl, Position position, Consumer<PermissionSets> piece) {
        List<RoleRow> all = SetRows.allRoles(dsl);
        for (int from = 0; from < all.size(); from += PIECE) {
            List<RoleRow> some = all.subList(from, Math.min(all.size(), from + PIECE));
            piece.accept(new PermissionSets(position, Map.of(), closures(all, some, position)));
        }
    }

    private static void readUsers(DSLContext dsl, Position position, Consumer<PermissionSets> piece) {
        UserId after = FIRST;
        while (true) {
            SequencedMap<UserId, CachedUser> users = SetRows.usersAfter(dsl, after, PIECE, position);
            if (users.isEmpty()) {
                return;
            }
            piece.accept(new PermissionSets(position, users, Map.of()));
            after = users.lastEntry().getKey();
        }
    }
}
