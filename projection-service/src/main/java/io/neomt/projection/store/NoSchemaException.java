package io.neomt.projection.store;

import io.neomt.event.TenantId;

/** The tenant has no schema, or none any more: it was looked for while the tenant was being purged. */
final class NoSchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSchemaException(TenantId tenant) {
        super("tenant " + tenant + " has no schema");
    }
}
