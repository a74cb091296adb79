/** Looks again and again whether every view is where it has to be, and has the engine repair what is not. */
@NullMarked
package io.neomt.projection.catchup;

import org.jspecify.annotations.NullMarked;
