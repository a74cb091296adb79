/** The template of tenants' schemas as one script: compiled from what Flyway makes, and proven to make the same. */
@NullMarked
package io.neomt.provisioning.store.snapshot;

import org.jspecify.annotations.NullMarked;
