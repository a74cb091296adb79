/** Hears from Kafka that a tenant was requested. */
@NullMarked
package io.neomt.provisioning.stream;

import org.jspecify.annotations.NullMarked;
