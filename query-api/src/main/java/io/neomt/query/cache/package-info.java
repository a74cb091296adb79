/** Reads permission sets from Redis and hears of their changes. */
@NullMarked
package io.neomt.query.cache;

import org.jspecify.annotations.NullMarked;
