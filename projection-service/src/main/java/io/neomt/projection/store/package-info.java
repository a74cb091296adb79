/** PostgreSQL: the log of events, the rows of tenant schemas, and the sets that are read from them. */
@NullMarked
package io.neomt.projection.store;

import org.jspecify.annotations.NullMarked;
