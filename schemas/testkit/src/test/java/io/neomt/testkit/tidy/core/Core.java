package io.neomt.testkit.tidy.core;

import io.neomt.event.TenantId;

/** Uses the contracts. */
public record Core(TenantId tenant) {}
