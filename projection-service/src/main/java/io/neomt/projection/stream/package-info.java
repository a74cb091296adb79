/** Kafka: takes events from the topic in batches and hands each tenant's to the engine. */
@NullMarked
package io.neomt.projection.stream;

import org.jspecify.annotations.NullMarked;
