/** Keeps every rule of the house. */
@NullMarked
package io.neomt.testkit.tidy.config;

import org.jspecify.annotations.NullMarked;
