/** Holds the module to the rules of the house. */
@NullMarked
package io.neomt.migration;

import org.jspecify.annotations.NullMarked;
