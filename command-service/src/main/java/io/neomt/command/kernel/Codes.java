package io.neomt.command.kernel;

import io.neomt.permission.PermissionPattern;
import io.neomt.permission.PlatformPermissions;
import io.neomt.permission.ResourceAction;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which permission codes may be granted in a tenant.
 *
 * @param free whether any may
 * @param defined what the tenant's catalogue knows; the platform's own codes are known besides
 */
public record Codes(boolean free, Set<ResourceAction> defined) {

    private static final int MOST_SIMILAR = 3;

    /** Whether the pattern is about a code that is known, or about every resource. */
    public boolean know(PermissionPattern pattern) {
        if (free || isAny(pattern.resource())) {
            return true;
        }
        if (isAny(pattern.action())) {
            return all().anyMatch(code -> code.resource().equals(pattern.resource()));
        }
        ResourceAction code = new ResourceAction(pattern.resource(), pattern.action());
        return defined.contains(code) || PlatformPermissions.knows(code);
    }

    /** The known codes that are spelled most like it. */
    public List<String> similarTo(PermissionPattern pattern) {
        String wanted = pattern.resource() + "." + pattern.action();
        return all().map(ResourceAction::toString)
                .distinct()
                .sorted(Comparator.comparingInt((String code) -> EditDistance.between(wanted, code))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_SIMILAR)
                .toList();
    }

    private Stream<ResourceAction> all() {
        return Stream.concat(defined.stream(), PlatformPermissions.descriptions().keySet().stream());
    }

    private static boolean isAny(String segment) {
        return segment.equals("*");
    }
}
