package io.neomt.command.model;

import io.neomt.command.kernel.Reference;
import io.neomt.command.kernel.Subject;

/**
 * What a group did to one reference.
 *
 * @param present whether it is there now
 */
public record ReferenceChange(Subject source, Reference reference, boolean present) {}
