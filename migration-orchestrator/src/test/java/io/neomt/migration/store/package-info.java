/** Tests on a real PostgreSQL. */
@NullMarked
package io.neomt.migration.store;

import org.jspecify.annotations.NullMarked;
