package io.neomt.command.model;

import io.neomt.command.kernel.Command;
import io.neomt.command.kernel.Field;
import io.neomt.command.kernel.InvalidFieldException;
import io.neomt.command.kernel.Subject;
import io.neomt.event.TenantId;
import io.neomt.permission.PermissionCode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Commands about several subjects that happen together or not at all: each is decided on what those before it did.
 *
 * @param parts 1 to 1,000, none of them in parts itself
 */
public record Bulk(TenantId tenant, List<Command> parts) implements Command {

    public static final int MOST_PARTS = 1_000;

    public Bulk {
        Field.atMost(MOST_PARTS, "operations", parts);
        if (parts.isEmpty()) {
            throw new InvalidFieldException("operations", "holds at least one");
        }
        parts = List.copyOf(parts);
    }

    @Override
    public Subject subject() {
        return Subject.of(tenant);
    }

    @Override
    public Set<PermissionCode> requiredPermissions() {
        Set<PermissionCode> all = new LinkedHashSet<>();
        parts.forEach(part -> all.addAll(part.requiredPermissions()));
        return all;
    }

    @Override
    public boolean looksAtPlatform() {
        return parts.stream().anyMatch(Command::looksAtPlatform);
    }

    @Override
    public Set<Subject> looksAt() {
        Set<Subject> all = new LinkedHashSet<>();
        all.add(subject());
        parts.forEach(part -> all.addAll(part.looksAt()));
        return all;
    }
}
