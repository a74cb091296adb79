/** Writes the worlds of the test kit where the query API reads them. */
@NullMarked
package io.neomt.query.worlds;

import org.jspecify.annotations.NullMarked;
