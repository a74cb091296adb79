/** Reads tenant schemas and the admin database with SQL. */
@NullMarked
package io.neomt.query.store;

import org.jspecify.annotations.NullMarked;
