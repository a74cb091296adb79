package io.neomt.projection.kernel;

import io.neomt.event.TenantId;

/** Another process is rebuilding the same view: let it finish, then look again. */
public final class ContendedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ContendedException(String projection, TenantId tenant) {
        super(projection + " of tenant " + tenant + " is being rebuilt elsewhere");
    }
}
