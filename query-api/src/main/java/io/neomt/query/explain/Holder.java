package io.neomt.query.explain;

import java.util.List;

/**
 * Somebody or something that holds grants or denials, in the tree whose root is the user.
 *
 * @param name empty for the user, and for what has none
 * @param considered those of the action that was asked about
 * @param others how many further ones it holds
 * @param below whom or what it has further ones from
 */
public record Holder(Kind kind, String name, List<Considered> considered, int others, List<Holder> below) {

    public Holder {
        considered = List.copyOf(considered);
        below = List.copyOf(below);
    }

    /** What kind of holder. */
    public enum Kind {
        USER,
        ROLE,
        TEAM,
        /** Another tenant's users were given access. */
        ACCESS,
        /** What the platform gives its users counts in every tenant. */
        PLATFORM
    }
}
