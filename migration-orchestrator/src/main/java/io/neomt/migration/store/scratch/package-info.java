/** Schemas in which something is tried and of which nothing stays. */
@NullMarked
package io.neomt.migration.store.scratch;

import org.jspecify.annotations.NullMarked;
