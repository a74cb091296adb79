/** Speaks to the schema registry, and frames events as the rest of the Kafka world expects them. The only I/O of this module. */
@NullMarked
package io.neomt.event.registry;

import org.jspecify.annotations.NullMarked;
