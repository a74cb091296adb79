/** Holds the views on real PostgreSQL and Redis to the log, whatever happens on the way. */
@NullMarked
package io.neomt.projection.views;

import org.jspecify.annotations.NullMarked;
