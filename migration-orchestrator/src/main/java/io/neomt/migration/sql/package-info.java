/** Reads PostgreSQL's SQL; owns the parser. */
@NullMarked
package io.neomt.migration.sql;

import org.jspecify.annotations.NullMarked;
