/** Holds the whole service to its promises. */
@NullMarked
package io.neomt.projection;

import org.jspecify.annotations.NullMarked;
