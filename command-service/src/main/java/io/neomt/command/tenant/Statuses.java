package io.neomt.command.tenant;

import io.neomt.command.kernel.Decision;
import io.neomt.command.tenant.TenantState.Existing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Refuses what a tenant's status does not allow. */
final class Statuses {

    private Statuses() {}

    /** @param allowed in which statuses it could be done */
    static Decision refuse(Existing tenant, TenantStatus... allowed) {
        List<String> texts = Stream.of(allowed).map(TenantStatus::text).toList();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("status", tenant.status().text());
        details.put("allowed", texts);
        return Decision.reject(
                TenantRejection.WRONG_TENANT_STATUS,
                "The tenant '" + tenant.slug() + "' is " + tenant.status().text() + "; this needs one that is "
                        + texts.stream().collect(Collectors.joining(" or ")) + ".",
                details);
    }
}
