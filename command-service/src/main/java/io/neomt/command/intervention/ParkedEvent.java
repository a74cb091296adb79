package io.neomt.command.intervention;

import io.neomt.command.kernel.Subject;

/**
 * An event that a projection stands before.
 *
 * @param subject whom the event is about
 */
public record ParkedEvent(String projection, Subject subject) {}
