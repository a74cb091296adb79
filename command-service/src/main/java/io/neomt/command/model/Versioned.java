package io.neomt.command.model;

import io.neomt.command.kernel.Subject;

/**
 * An aggregate at one version.
 *
 * @param version position of the last event about the subject, 0 without any
 */
public record Versioned(long version, Aggregate aggregate) {

    public static Versioned absent(Subject.Kind kind) {
        return new Versioned(0, Aggregate.absent(kind));
    }
}
