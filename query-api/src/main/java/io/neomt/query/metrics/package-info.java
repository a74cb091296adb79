/** Counts and times what the other parts do, as decorators of their interfaces. */
@NullMarked
package io.neomt.query.metrics;

import org.jspecify.annotations.NullMarked;
