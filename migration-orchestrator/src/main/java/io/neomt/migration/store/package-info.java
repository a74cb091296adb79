/** Reads and migrates the admin database with Flyway and counts the tenants by the version of their schemas. */
@NullMarked
package io.neomt.migration.store;

import org.jspecify.annotations.NullMarked;
