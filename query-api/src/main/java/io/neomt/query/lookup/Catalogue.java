package io.neomt.query.lookup;

import io.neomt.event.TenantId;
import io.neomt.query.At;

/** What a tenant can grant, and whether it may grant anything else; what is said of {@link Users} holds for these. */
public interface Catalogue {

    /** The codes that the tenant defined and the platform's own, by code. */
    At<Page<CodeView>> codes(TenantId tenant, CodeFilter filter, PageRange range);

    At<SettingsView> settings(TenantId tenant);
}
