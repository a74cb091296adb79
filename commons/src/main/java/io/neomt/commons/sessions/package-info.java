/** Sessions that were ended before their tokens are, known to every instance through Redis. */
@NullMarked
package io.neomt.commons.sessions;

import org.jspecify.annotations.NullMarked;
