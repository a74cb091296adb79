package io.neomt.command.catalogue;

import io.neomt.command.catalogue.CatalogueCommand.DefinePermission;
import io.neomt.command.catalogue.CatalogueCommand.WithdrawPermission;
import io.neomt.command.catalogue.CatalogueState.Definition;
import io.neomt.command.kernel.Decision;
import io.neomt.command.kernel.Ordered;
import io.neomt.event.CatalogueEvent;
import io.neomt.event.CatalogueEvent.PermissionDefined;
import io.neomt.event.CatalogueEvent.PermissionWithdrawn;
import io.neomt.permission.PlatformPermissions;
import java.util.Map;

/** The rules of the catalogue. Withdrawing a code takes nothing from anybody: it only keeps it from being granted anew. */
public final class CatalogueDecider {

    static final int MOST_CODES = 2_000;

    private CatalogueDecider() {}

    public static Decision decide(CatalogueState state, CatalogueCommand command) {
        return switch (command) {
            case DefinePermission c -> define(state, c);
            case WithdrawPermission c -> withdraw(state, c);
        };
    }

    private static Decision define(CatalogueState state, DefinePermission c) {
        if (PlatformPermissions.knows(c.code())) {
            return system(c.code().toString());
        }
        Definition known = state.codes().get(c.code());
        if (known != null && known.says(c.description(), c.resourceType())) {
            return Decision.nothingToDo();
        }
        if (known == null && state.codes().size() >= MOST_CODES) {
            return Decision.reject(
                    CatalogueRejection.CATALOGUE_FULL,
                    "The catalogue holds " + MOST_CODES + " codes already; withdraw one first.",
                    Map.of("allowed", MOST_CODES));
        }
        return Decision.accept(new PermissionDefined(c.code(), c.description(), c.resourceType()));
    }

    private static Decision withdraw(CatalogueState state, WithdrawPermission c) {
        if (PlatformPermissions.knows(c.code())) {
            return system(c.code().toString());
        }
        return state.codes().containsKey(c.code())
                ? Decision.accept(new PermissionWithdrawn(c.code()))
                : Decision.reject(
                        CatalogueRejection.PERMISSION_NOT_FOUND,
                        "The catalogue does not know the code '" + c.code() + "'.",
                        Map.of());
    }

    private static Decision system(String code) {
        return Decision.reject(
                CatalogueRejection.SYSTEM_PERMISSION,
                "The code '" + code + "' is the platform's own; choose another.",
                Map.of("field", "code"));
    }

    /** @param position of the event */
    public static CatalogueState evolve(CatalogueState state, CatalogueEvent event, long position) {
        return switch (event) {
            case PermissionDefined e ->
                new CatalogueState(Ordered.with(
                        state.codes(), e.code(), new Definition(e.description(), e.resourceType(), position)));
            case PermissionWithdrawn e -> new CatalogueState(Ordered.without(state.codes(), e.code()));
        };
    }
}
