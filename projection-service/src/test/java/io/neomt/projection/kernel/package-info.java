/** Holds the engine to its promises with hand-written views that live in memory. */
@NullMarked
package io.neomt.projection.kernel;

import org.jspecify.annotations.NullMarked;
