package io.neomt.command.kernel;

import io.neomt.permission.Terms;

/**
 * That a user is in a team, as it was given.
 *
 * @param teamRole a label such as {@code member} or {@code lead}, which grants nothing
 */
public record Membership(String teamRole, Terms terms) {}
