package io.neomt.provisioning.process;

import io.neomt.event.TenantId;

/** What follows from an event. */
public sealed interface Reaction {

    /** There may be something to do for the tenant. */
    record TakeUp(TenantId tenant) implements Reaction {}

    /** The event concerns others. */
    record Ignore() implements Reaction {}
}
