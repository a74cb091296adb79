/** The parts that Neo stands on (PostgreSQL, Redis, Kafka, schema registry, token issuer), started on one machine. */
@NullMarked
package io.neomt.deploy.embedded;

import org.jspecify.annotations.NullMarked;
