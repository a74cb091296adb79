package io.neomt.view.cache;

import io.neomt.event.Position;
import io.neomt.event.RoleId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import java.util.ArrayList;
import java.util.List;

/**
 * What is announced on {@link CacheKeys#CHANNEL} once a tenant's sets have reached a position.
 *
 * @param users whose sets were written
 * @param roles whose sets were written
 * @param everything after a rebuild: any set of the tenant may have been written
 */
public record ChangeMessage(
        TenantId tenant, Position position, List<UserId> users, List<RoleId> roles, boolean everything) {

    public ChangeMessage {
        users = List.copyOf(users);
        roles = List.copyOf(roles);
    }

    /** {@code <tenant> <position> user:<id>,role:<id>,…}, or {@code *} in place of the list. */
    public String text() {
        return tenant + " " + position + " " + list(users, roles, everything);
    }

    /** The last part of {@link #text}, for a script that puts the rest before it. */
    public static String list(List<UserId> users, List<RoleId> roles, boolean everything) {
        if (everything) {
            return "*";
        }
        List<String> all = new ArrayList<>(users.size() + roles.size());
        users.forEach(id -> all.add("user:" + id));
        roles.forEach(id -> all.add("role:" + id));
        return String.join(",", all);
    }

    /** @throws IllegalArgumentException when the text is not such a message */
    public static ChangeMessage parse(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a change message has three parts");
        }
        List<UserId> users = new ArrayList<>();
        List<RoleId> roles = new ArrayList<>();
        boolean everything = parts[2].equals("*");
        if (!everything && !parts[2].isEmpty()) {
            for (String item : parts[2].split(",", -1)) {
                addTo(users, roles, item);
            }
        }
        return new ChangeMessage(
                TenantId.of(parts[0]), new Position(Long.parseLong(parts[1])), users, roles, everything);
    }

    private static void addTo(List<UserId> users, List<RoleId> roles, String item) {
        if (item.startsWith("user:")) {
            users.add(UserId.of(item.substring("user:".length())));
        } else if (item.startsWith("role:")) {
            roles.add(RoleId.of(item.substring("role:".length())));
        } else {
            throw new IllegalArgumentException("neither a user nor a role: " + item);
        }
    }
}
