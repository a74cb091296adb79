package io.neomt.command.web;

import io.neomt.commons.security.Caller;
import jakarta.servlet.http.HttpServletRequest;

/** Who asks for a write, and how. */
record Sender(Caller caller, HttpServletRequest request) {

    String path() {
        return request.getRequestURI();
    }
}
