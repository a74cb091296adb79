package io.neomt.commons.connections;

/** Rows of a tenant would be placed, read or kept outside of the region that the tenant is bound to. Never done. */
public final class OutsideRegionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutsideRegionException(String message) {
        super(message);
    }
}
