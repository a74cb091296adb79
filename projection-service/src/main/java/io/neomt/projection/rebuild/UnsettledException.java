package io.neomt.projection.rebuild;

import io.neomt.event.TenantId;

/** The running view did not come to where the new one is: both can be compared or changed over later. */
public final class UnsettledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnsettledException(String view, TenantId tenant) {
        super(view + " of tenant " + tenant + " did not come to where the new one is");
    }
}
