package io.neomt.deploy.cli.client;

import java.net.URI;

/** A service gave no answer. */
public final class UnreachableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreachableException(URI address, Exception cause) {
        super(address + " does not answer; is the platform running? (./neo up, ./neo status)", cause);
    }
}
