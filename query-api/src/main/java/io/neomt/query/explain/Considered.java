package io.neomt.query.explain;

import io.neomt.permission.Entitlement;

/**
 * A grant or denial of the action that was asked about.
 *
 * @param decided whether the decision follows from this one
 */
public record Considered(Entitlement entitlement, Outcome outcome, boolean decided) {}
