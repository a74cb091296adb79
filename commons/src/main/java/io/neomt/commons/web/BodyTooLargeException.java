package io.neomt.commons.web;

import java.io.IOException;

/** A body went on beyond the limit while it was read. */
final class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLargeException() {
        super("the body is larger than is accepted");
    }
}
