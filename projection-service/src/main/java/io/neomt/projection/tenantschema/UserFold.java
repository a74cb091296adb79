package io.neomt.projection.tenantschema;

import io.neomt.event.UserId;
import io.neomt.projection.tenantschema.RowChange.InsertUser;
import io.neomt.projection.tenantschema.RowChange.OfUser;
import io.neomt.projection.tenantschema.RowChange.SetUserActive;
import io.neomt.projection.tenantschema.RowChange.Stamp;
import io.neomt.projection.tenantschema.RowChange.TouchUser;
import io.neomt.projection.tenantschema.Rows.NewUser;
import io.neomt.projection.tenantschema.Rows.UserUpdate;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One user's row over a batch. */
final class UserFold {

    private final UserId id;
    private @Nullable InsertUser insert;
    private @Nullable Boolean active;
    private Stamp last = new Stamp(0, Instant.EPOCH);

    UserFold(UserId id) {
        this.id = id;
    }

    void add(OfUser change) {
        last = change.stamp();
        switch (change) {
            case InsertUser c -> insert = c;
            case SetUserActive c -> active = c.active();
            case TouchUser _ -> {}
        }
    }

    Stream<NewUser> inserted() {
        if (insert == null) {
            return Stream.empty();
        }
        boolean isActive = active == null || active;
        return Stream.of(new NewUser(
                id,
                insert.username(),
                insert.email(),
                insert.displayName(),
                insert.externalId(),
                isActive,
                last.version(),
                insert.stamp().at(),
                last.at()));
    }

    Stream<UserUpdate> updated() {
        return insert == null ? Stream.of(new UserUpdate(id, active, last.version(), last.at())) : Stream.empty();
    }
}
