/** Holds the permission model to the cases, and both to the reference evaluator. */
@NullMarked
package io.neomt.testkit.permissions;

import org.jspecify.annotations.NullMarked;
