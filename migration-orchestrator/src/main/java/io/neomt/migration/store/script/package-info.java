/** The scripts of each level, as Flyway reads them. */
@NullMarked
package io.neomt.migration.store.script;

import org.jspecify.annotations.NullMarked;
