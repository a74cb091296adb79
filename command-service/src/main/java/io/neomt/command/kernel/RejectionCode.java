package io.neomt.command.kernel;

/** A stable name for one reason to refuse a command; implemented by enums, whose names are the codes. */
public interface RejectionCode {

    /** The code as clients see it: UPPER_SNAKE, never changed. */
    String name();

    RejectionKind kind();

    /** One sentence for the reference page. */
    String meaning();
}
