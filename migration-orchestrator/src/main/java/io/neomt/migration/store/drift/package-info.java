/** Looks through PostgreSQL's catalog for schemas that are not what their version should be. */
@NullMarked
package io.neomt.migration.store.drift;

import org.jspecify.annotations.NullMarked;
