/** Compares what a database has with what is shipped and says what is to be done; pure. */
@NullMarked
package io.neomt.migration.plan;

import org.jspecify.annotations.NullMarked;
