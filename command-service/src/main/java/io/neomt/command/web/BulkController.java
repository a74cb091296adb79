package io.neomt.command.web;

import io.neomt.command.kernel.Command;
import io.neomt.command.model.Bulk;
import io.neomt.commons.connections.Tenant;
import io.neomt.commons.security.Caller;
import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Many changes of a tenant at once, all or none of them. */
@RestController
@RequestMapping({"/api/v1/tenants/{tenant}/bulk", "/api/v1/bulk"})
public final class BulkController {

    private final Writes writes;
    private final Supplier<UUID> ids;

    public BulkController(Writes writes, Supplier<UUID> ids) {
        this.writes = writes;
        this.ids = ids;
    }

    /** @param operations 1 to 1,000 */
    record Operations(List<@Nullable Operation> operations) {}

    @PostMapping
    ResponseEntity<ApiResponse<Map<String, Object>>> apply(
            Tenant tenant, Caller caller, HttpServletRequest request, @RequestBody Operations body) {
        return writes.change(
                new Sender(caller, request), tenant.id(), body, () -> new Bulk(tenant.id(), commands(body)));
    }

    private List<Command> commands(Operations body) {
        if (body.operations().size() > Bulk.MOST_PARTS) {
            throw ApiException.validation(
                    "operations",
                    "holds at most " + Bulk.MOST_PARTS + " operations, not "
                            + body.operations().size());
        }
        List<Command> commands = new ArrayList<>();
        Lists.forEach("operations", body.operations(), (at, operation) -> commands.add(operation.command(at, ids)));
        return commands;
    }
}
