package io.neomt.projection.tenantschema;

import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import io.neomt.projection.tenantschema.Rows.NewRole;
import io.neomt.projection.tenantschema.Rows.NewTeam;
import io.neomt.projection.tenantschema.Rows.NewUser;
import io.neomt.projection.tenantschema.Rows.RoleUpdate;
import io.neomt.projection.tenantschema.Rows.TeamUpdate;
import io.neomt.projection.tenantschema.Rows.UserUpdate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tables in memory that do with a batch's rows what the statements do, plainly. */
final class FoldedRows {

    private final Map<UserId, NewUser> users = new HashMap<>();
    private final Map<RoleId, NewRole> roles = new HashMap<>();
    private final Map<TeamId, NewTeam> teams = new HashMap<>();
    private final Map<RowKey, Row> others = new HashMap<>();

    void apply(Rows rows) {
        rows.userUpdates().forEach(this::update);
        rows.newUsers().forEach(user -> requireNew(users.put(user.id(), user)));
        rows.roleUpdates().forEach(this::update);
        rows.newRoles().forEach(role -> requireNew(roles.put(role.id(), role)));
        rows.teamUpdates().forEach(this::update);
        rows.newTeams().forEach(team -> requireNew(teams.put(team.id(), team)));
        rows.removed().forEach(others::remove);
        rows.put().forEach(put -> others.merge(put.key(), put, (earlier, row) -> row.over(earlier)));
        rows.deletedUsers().forEach(this::clear);
    }

    private void clear(UserId user) {
        others.values().removeIf(row -> switch (row) {
            case Row.UserRole link -> link.key().user().equals(user);
            case Row.TeamMember link -> link.key().user().equals(user);
            case Row.Grant grant -> grant.user().equals(user);
            default -> false;
        });
    }

    private void update(UserUpdate update) {
        users.computeIfPresent(
                update.id(),
                (id, row) -> new NewUser(
                        id,
                        row.username(),
                        update.described() ? update.email() : row.email(),
                        or(update.displayName(), row.displayName()),
                        row.externalId(),
                        or(update.status(), row.status()),
                        row.createdAt(),
                        update.last()));
    }

    private void update(RoleUpdate update) {
        roles.computeIfPresent(
                update.id(),
                (id, row) -> new NewRole(
                        id,
                        or(update.name(), row.name()),
                        or(update.description(), row.description()),
                        row.system(),
                        row.createdAt(),
                        update.last(),
                        update.deletedAt() == null ? row.deletedAt() : update.deletedAt()));
    }

    private void update(TeamUpdate update) {
        teams.computeIfPresent(
                update.id(),
                (id, row) -> new NewTeam(
                        id,
                        or(update.name(), row.name()),
                        or(update.description(), row.description()),
                        update.moved() ? update.parent() : row.parent(),
                        row.createdAt(),
                        update.last(),
                        update.deletedAt() == null ? row.deletedAt() : update.deletedAt()));
    }

    private static <T> T or(@Nullable T changed, T before) {
        return Objects.requireNonNullElse(changed, before);
    }

    private static void requireNew(@Nullable Object earlier) {
        if (earlier != null) {
            throw new IllegalStateException("inserted twice: " + earlier);
        }
    }

    Map<String, Object> all() {
        return Map.of("users", users, "roles", roles, "teams", teams, "others", others);
    }
}
