package io.neomt.provisioning.process;

import io.neomt.provisioning.ProvisionTenant;

/** What follows from an event. */
public sealed interface Reaction {

    /** A tenant is to be provisioned. */
    record Send(ProvisionTenant command) implements Reaction {}

    /** The event concerns others. */
    record Ignore() implements Reaction {}
}
