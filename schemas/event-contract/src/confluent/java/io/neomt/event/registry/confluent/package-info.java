/** Confluent's own registry client behind our interface; compiled only with {@code -Pconfluent}. */
@NullMarked
package io.neomt.event.registry.confluent;

import org.jspecify.annotations.NullMarked;
