package io.neomt.event;

/** The headers of a record are not those of an event; the message names the header, reading again changes nothing. */
public final class MalformedHeadersException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    MalformedHeadersException(String header, String problem) {
        super("header " + header + " " + problem);
    }

    MalformedHeadersException(String header, String problem, Throwable cause) {
        super("header " + header + " " + problem, cause);
    }
}
