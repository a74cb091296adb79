package io.neomt.command.model;

import io.neomt.command.grant.GrantCommand.AssignRoles;
import io.neomt.command.grant.GrantCommand.GrantPermission;
import io.neomt.command.grant.GrantCommand.UnassignRoles;
import io.neomt.command.kernel.Command;
import io.neomt.command.kernel.Rejection;
import io.neomt.command.team.TeamCommand.AddMembers;
import io.neomt.command.team.TeamCommand.RemoveMembers;
import io.neomt.permission.Permission;
import io.neomt.permission.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Operations of which nobody could say which one is meant: whoever sends them has made a mistake. */
final class Contradictions {

    private static final String GONE = "taken away";

    private Contradictions() {}

    /** @param wish what shall be, such as the terms on which it shall be given */
    private record Item(Object what, Object wish) {}

    private record First(int index, Object wish) {}

    /** The refusal of all, if any two operations wish different things of the same. */
    static Optional<Rejection> refuse(List<Command> parts) {
        Map<Object, First> seen = new HashMap<>();
        List<Map<String, Object>> errors = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            int index = i;
            items(parts.get(i)).forEach(item -> {
                First first = seen.putIfAbsent(item.what(), new First(index, item.wish()));
                if (first != null && !first.wish().equals(item.wish())) {
                    errors.add(error(index, first));
                }
            });
        }
        return errors.isEmpty()
                ? Optional.empty()
                : Optional.of(new Rejection(
                        BulkRejection.CONTRADICTORY_OPERATIONS,
                        "Some operations contradict earlier ones; nothing was done.",
                        Map.of("errors", List.copyOf(errors))));
    }

    private static Map<String, Object> error(int index, First first) {
        return Map.of(
                "index",
                index,
                "contradicts",
                first.index(),
                "message",
                "Operation " + index + " and operation " + first.index() + " want different things of the same.");
    }

    private static Stream<Item> items(Command part) {
        return switch (part) {
            case AssignRoles c ->
                c.roles().entrySet().stream()
                        .map(entry -> new Item(List.of("role", c.userId(), entry.getKey()), entry.getValue()));
            case UnassignRoles c -> c.roleIds().stream().map(role -> new Item(List.of("role", c.userId(), role), GONE));
            case AddMembers c ->
                c.members().entrySet().stream()
                        .map(entry -> new Item(List.of("member", c.teamId(), entry.getKey()), entry.getValue()));
            case RemoveMembers c ->
                c.userIds().stream().map(user -> new Item(List.of("member", c.teamId(), user), GONE));
            case GrantPermission c ->
                Stream.of(new Item(
                        List.of("grant", c.userId(), unlimited(c.permission())),
                        c.permission().terms()));
            default -> Stream.empty();
        };
    }

    private static Permission unlimited(Permission permission) {
        return new Permission(permission.pattern(), permission.effect(), permission.instance(), Terms.NONE);
    }
}
