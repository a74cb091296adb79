/** Publishes events on Kafka in the order of each tenant. */
@NullMarked
package io.neomt.command.stream;

import org.jspecify.annotations.NullMarked;
