/** Conditions in the Common Expression Language: checked when they are given, bounded when they are evaluated. */
@NullMarked
package io.neomt.condition;

import org.jspecify.annotations.NullMarked;
