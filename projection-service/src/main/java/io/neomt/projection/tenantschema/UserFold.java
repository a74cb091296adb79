package io.neomt.projection.tenantschema;

import io.neomt.event.UserId;
import io.neomt.projection.tenantschema.RowChange.InsertUser;
import io.neomt.projection.tenantschema.RowChange.OfUser;
import io.neomt.projection.tenantschema.RowChange.SetUserStatus;
import io.neomt.projection.tenantschema.RowChange.TouchUser;
import io.neomt.projection.tenantschema.RowChange.UpdateUser;
import io.neomt.projection.tenantschema.Rows.NewUser;
import io.neomt.projection.tenantschema.Rows.UserUpdate;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One user's row over a batch. */
final class UserFold {

    private final UserId id;
    private @Nullable InsertUser insert;
    private @Nullable UpdateUser update;
    private @Nullable UserStatus status;
    private Stamp last = new Stamp(0, Instant.EPOCH);

    UserFold(UserId id) {
        this.id = id;
    }

    void add(OfUser change) {
        last = change.stamp();
        switch (change) {
            case InsertUser c -> insert = c;
            case UpdateUser c -> update = c;
            case SetUserStatus c -> status = c.status();
            case TouchUser _ -> {}
        }
    }

    Stream<NewUser> inserted() {
        if (insert == null) {
            return Stream.empty();
        }
        return Stream.of(new NewUser(
                id,
                insert.username(),
                update == null ? insert.email() : update.email(),
                update == null ? insert.displayName() : update.displayName(),
                insert.externalId(),
                status == null ? UserStatus.ACTIVE : status,
                insert.stamp().at(),
                last));
    }

    Stream<UserUpdate> updated() {
        if (insert != null) {
            return Stream.empty();
        }
        return Stream.of(new UserUpdate(
                id,
                update != null,
                update == null ? null : update.email(),
                update == null ? null : update.displayName(),
                status,
                last));
    }
}
