/** Tests of what is told of the past. */
@NullMarked
package io.neomt.query.audit;

import org.jspecify.annotations.NullMarked;
