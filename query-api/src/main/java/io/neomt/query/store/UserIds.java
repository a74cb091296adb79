package io.neomt.query.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.query.freshness.FreshReads;
import io.neomt.query.lookup.Users;
import java.util.Optional;

/**
 * Which user a realm's subject is. The two are bound when the user is created and for as long as it lives, so that what
 * was found once stays true until the user is deleted; that there is no such user may change at any time, and is not
 * remembered.
 */
public final class UserIds {

    private static final int MOST = 200_000;

    private record Subject(TenantId tenant, String externalId) {}

    private final Users users;
    private final FreshReads freshReads;
    private final Deleted deleted;
    private final Cache<Subject, UserId> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** Knows who was deleted. */
    @FunctionalInterface
    public interface Deleted {
        boolean isDeleted(TenantId tenant, UserId user, Position atLeast);
    }

    public UserIds(Users users, FreshReads freshReads, Deleted deleted) {
        this.users = users;
        this.freshReads = freshReads;
        this.deleted = deleted;
    }

    /** @param atLeast that there is no such user is said of this position or a later one */
    public Optional<UserId> find(TenantId tenant, String externalId, Position atLeast) {
        Subject subject = new Subject(tenant, externalId);
        UserId user = known.getIfPresent(subject);
        if (user == null) {
            return look(subject, atLeast);
        }
        // the subject is free again, and may be a successor's
        return deleted.isDeleted(tenant, user, atLeast)
                ? look(subject, atLeast).or(() -> Optional.of(user))
                : Optional.of(user);
    }

    private Optional<UserId> look(Subject subject, Position atLeast) {
        Optional<UserId> found =
                users.byExternalId(subject.tenant(), subject.externalId()).value();
        if (found.isEmpty() && !atLeast.equals(Position.NONE)) {
            found = freshReads
                    .read(subject.tenant(), atLeast, () -> users.byExternalId(subject.tenant(), subject.externalId()))
                    .value();
        }
        found.ifPresent(id -> known.put(subject, id));
        return found;
    }
}
