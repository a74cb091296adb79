/** Holds the query API to its rules. */
@NullMarked
package io.neomt.query;

import org.jspecify.annotations.NullMarked;
