/** Redis: permission sets, written so that they are the tenant's state at one position or say that they are not. */
@NullMarked
package io.neomt.projection.cache;

import org.jspecify.annotations.NullMarked;
