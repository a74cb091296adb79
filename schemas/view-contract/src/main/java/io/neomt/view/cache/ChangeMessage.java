package io.neomt.view.cache;

import io.neomt.event.Position;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Instance;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is announced on {@link CacheKeys#CHANNEL} once a tenant's sets have come from one position to another. Whose
 * copies are of {@code from} or later is up to date with the sets named here; whose are of an earlier position missed
 * something.
 *
 * @param users whose sets were written; and so on
 * @param everything after a rebuild: any set of the tenant may have been written, whatever the position before
 */
public record ChangeMessage(
        TenantId tenant,
        Position from,
        Position to,
        List<UserId> users,
        List<RoleId> roles,
        List<TeamId> teams,
        List<Instance> resources,
        boolean everything) {

    private static final String EVERYTHING = "*";

    public ChangeMessage {
        users = List.copyOf(users);
        roles = List.copyOf(roles);
        teams = List.copyOf(teams);
        resources = List.copyOf(resources);
    }

    /** After a rebuild. */
    public static ChangeMessage everything(TenantId tenant, Position to) {
        return new ChangeMessage(tenant, Position.NONE, to, List.of(), List.of(), List.of(), List.of(), true);
    }

    /** {@code <tenant> <from> <to> user:<id>,role:<id>,…}, or {@code *} in place of the list. */
    public String text() {
        return tenant + " " + from + " " + to + " " + (everything ? EVERYTHING : list());
    }

    private String list() {
        return Stream.of(
                        items("user:", users, UserId::toString),
                        items("role:", roles, RoleId::toString),
                        items("team:", teams, TeamId::toString),
                        items("resource:", resources, SetNames::encoded))
                .flatMap(Function.identity())
                .collect(Collectors.joining(","));
    }

    private static <T> Stream<String> items(String kind, List<T> all, Function<T, String> text) {
        return all.stream().map(each -> kind + text.apply(each));
    }

    /** @throws IllegalArgumentException when the text is not of the form of {@link #text} */
    public static ChangeMessage parse(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("a change message has four parts");
        }
        TenantId tenant = TenantId.of(parts[0]);
        Position from = new Position(Long.parseLong(parts[1]));
        Position to = new Position(Long.parseLong(parts[2]));
        Lists lists = new Lists();
        boolean everything = parts[3].equals(EVERYTHING);
        if (!everything && !parts[3].isEmpty()) {
            Stream.of(parts[3].split(",", -1)).forEach(lists::add);
        }
        return new ChangeMessage(tenant, from, to, lists.users, lists.roles, lists.teams, lists.resources, everything);
    }

    private static final class Lists {

        private final List<UserId> users = new ArrayList<>();
        private final List<RoleId> roles = new ArrayList<>();
        private final List<TeamId> teams = new ArrayList<>();
        private final List<Instance> resources = new ArrayList<>();

        private void add(String item) {
            int colon = item.indexOf(':');
            String id = item.substring(colon + 1);
            switch (item.substring(0, Math.max(colon, 0))) {
                case "user" -> users.add(UserId.of(id));
                case "role" -> roles.add(RoleId.of(id));
                case "team" -> teams.add(TeamId.of(id));
                case "resource" -> resources.add(resource(id));
                default -> throw new IllegalArgumentException("of no known kind: " + item);
            }
        }

        private static Instance resource(String id) {
            int slash = id.indexOf('/');
            if (slash < 0) {
                throw new IllegalArgumentException("a resource has a type and an id: " + id);
            }
            return new Instance(
                    id.substring(0, slash), URLDecoder.decode(id.substring(slash + 1), StandardCharsets.UTF_8));
        }
    }
}
