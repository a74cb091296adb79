package io.neomt.provisioning.run;

import io.neomt.event.TenantId;
import io.neomt.provisioning.plan.TemplateVersion;

/** Tells the command service that a tenant's schema is ready. */
public interface Activation {

    Answer activate(TenantId tenant, String connectionName, TemplateVersion version);

    /** What came of it. */
    sealed interface Answer {

        /** The tenant is active now. */
        record Activated() implements Answer {}

        /** Something has changed meanwhile; whether the tenant is active is to be looked up. */
        record LookAgain() implements Answer {}

        /** It did not work now, and passes by itself. */
        record TryAgain(String reason) implements Answer {}

        /** It was refused, and stays refused until somebody changes something. */
        record Refused(String reason) implements Answer {}
    }
}
