package io.neomt.testkit.permissions;

import io.neomt.testkit.permissions.World.Feature;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A world and what must be answered in it.
 *
 * @param needs what the world uses beyond roles, inheritance, direct grants and denials, and owners
 */
public record PermissionCase(String name, Set<Feature> needs, World world, List<Expected> checks) {

    /**
     * One question with its right answer.
     *
     * @param path the names from the user to the holder; null when the case does not care
     * @param condition the condition that must be named as undecidable
     */
    public record Expected(
            Check check,
            boolean allowed,
            String reason,
            @Nullable List<String> path,
            @Nullable String condition) {}

    /** Whether every part of it can be said with roles, inheritance, direct grants and denials, and owners. */
    public boolean isPlain() {
        return needs.isEmpty();
    }

    @Override
    public String toString() {
        return name;
    }
}
