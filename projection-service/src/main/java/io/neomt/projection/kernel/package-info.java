/** Drives projections: which events come next, what failures mean, one tenant after the other and each in order. */
@NullMarked
package io.neomt.projection.kernel;

import org.jspecify.annotations.NullMarked;
