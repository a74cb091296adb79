package io.neomt.query.memory;

import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import io.neomt.permission.Instance;
import io.neomt.view.cache.ChangeMessage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The last changes of a tenant, for reads that began before them and end after them. */
final class RecentChanges {

    private static final int MOST_MESSAGES = 64;
    private static final int MOST_ITEMS = 4_096;

    /** What has changed. */
    record Changed(Set<UserId> users, Set<RoleId> roles, Set<TeamId> teams, Set<Instance> resources) {

        static final Changed NOTHING = new Changed(Set.of(), Set.of(), Set.of(), Set.of());

        private void add(ChangeMessage message) {
            users.addAll(message.users());
            roles.addAll(message.roles());
            teams.addAll(message.teams());
            resources.addAll(message.resources());
        }
    }

    private final Deque<ChangeMessage> messages = new ArrayDeque<>();
    private int items;

    /** @param message that goes on where the one before ended */
    void add(ChangeMessage message) {
        messages.addLast(message);
        items += size(message);
        while (messages.size() > MOST_MESSAGES || items > MOST_ITEMS) {
            items -= size(messages.removeFirst());
        }
    }

    /** What has changed after a position; null when nobody remembers. */
    @Nullable
    Changed after(long position) {
        ChangeMessage first = messages.peekFirst();
        if (first == null || first.from().value() > position) {
            return null;
        }
        Changed changed = new Changed(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
        messages.stream().filter(message -> message.to().value() > position).forEach(changed::add);
        return changed;
    }

    private static int size(ChangeMessage message) {
        return message.users().size()
                + message.roles().size()
                + message.teams().size()
                + message.resources().size();
    }
}
