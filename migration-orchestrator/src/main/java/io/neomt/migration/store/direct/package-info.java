/**
 * Migrates tenants' schemas without Flyway's own looking around, and leaves them as Flyway would: under its lock, with its
 * history rows, so that a plain Flyway agrees.
 */
@NullMarked
package io.neomt.migration.store.direct;

import org.jspecify.annotations.NullMarked;
