package io.neomt.permission;

import java.util.ArrayList;
import java.util.List;

/**
 * What a check asks for: one action on one kind of resource in one scope. Holds no wildcard.
 *
 * @param resource a lower-case name of at most 63 characters
 * @param action a lower-case name of at most 63 characters
 */
public record PermissionCode(String resource, String action, Scope scope) {

    /** @throws InvalidPermissionException when a segment is not well-formed or is a wildcard */
    public PermissionCode {
        Segment.name("resource", resource);
        Segment.name("action", action);
    }

    /** @throws InvalidPermissionException when the text is not {@code resource.action.scope} without wildcards */
    public static PermissionCode parse(String text) {
        String[] segments = Segment.threeOf(text);
        if (Segment.WILDCARD.equals(segments[2])) {
            throw new InvalidPermissionException(
                    "a check names one scope of own, team, tenant; '*' is allowed in grants and denials only");
        }
        return new PermissionCode(segments[0], segments[1], Scope.parse(segments[2]));
    }

    /** The text of every pattern that covers it, in all spellings. */
    public List<String> patterns() {
        List<String> patterns = new ArrayList<>();
        for (String first : List.of(resource, Segment.WILDCARD)) {
            for (String second : List.of(action, Segment.WILDCARD)) {
                for (Scope wide : Scope.values()) {
                    if (wide.covers(scope)) {
                        patterns.add(first + "." + second + "." + wide.text());
                    }
                }
                patterns.add(first + "." + second + "." + Segment.WILDCARD);
            }
        }
        return patterns;
    }

    @Override
    public String toString() {
        return resource + "." + action + "." + scope.text();
    }
}
