/** Holds what is remembered to what is true at each position. */
@NullMarked
package io.neomt.query.memory;

import org.jspecify.annotations.NullMarked;
