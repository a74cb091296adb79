/** Tests what is made of the values in Redis. */
@NullMarked
package io.neomt.query.cache;

import org.jspecify.annotations.NullMarked;
