/** Keeps every rule of the house. */
@NullMarked
package io.neomt.testkit.tidy.store;

import org.jspecify.annotations.NullMarked;
