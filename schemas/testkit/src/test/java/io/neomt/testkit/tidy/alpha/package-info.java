/** Keeps every rule of the house. */
@NullMarked
package io.neomt.testkit.tidy.alpha;

import org.jspecify.annotations.NullMarked;
