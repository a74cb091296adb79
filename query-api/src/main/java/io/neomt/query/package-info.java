/** What every part of the query API speaks of: permission sets at a position, and why one cannot be had. */
@NullMarked
package io.neomt.query;

import org.jspecify.annotations.NullMarked;
