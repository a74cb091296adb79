/** Keeps every rule of the house. */
@NullMarked
package io.neomt.testkit.tidy.core;

import org.jspecify.annotations.NullMarked;
