package io.neomt.command.store;

import io.neomt.command.kernel.Name;
import io.neomt.command.user.UserState;
import io.neomt.commons.connections.AdminDatabase;
import io.neomt.event.TenantId;
import java.util.function.BiPredicate;
import org.jooq.DSLContext;

/** Whether a tenant knows whom its realm calls by an id, or did once. Only a yes is certain beyond this moment. */
public final class KnownSubjects implements BiPredicate<TenantId, String> {

    private final AdminDatabase database;

    public KnownSubjects(AdminDatabase database) {
        this.database = database;
    }

    @Override
    public boolean test(TenantId tenant, String externalId) {
        return database.read(dsl -> isUser(dsl, tenant, externalId)
                || !ReferenceRows.sources(dsl, tenant, UserState.former(externalId))
                        .isEmpty());
    }

    private static boolean isUser(DSLContext dsl, TenantId tenant, String externalId) {
        return NameRows.holder(dsl, tenant, new Name(Name.Kind.EXTERNAL_ID, externalId))
                .isPresent();
    }
}
