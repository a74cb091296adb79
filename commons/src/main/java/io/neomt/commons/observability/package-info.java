/** What an operator sees of a running service: health, metrics and structured logs. */
@NullMarked
package io.neomt.commons.observability;

import org.jspecify.annotations.NullMarked;
