package io.neomt.deploy.embedded;

import java.time.Duration;

/** Told how the stack comes up and goes down; called from several threads. */
public interface StackListener {

    /** Where a part is. */
    enum State {
        PREPARING,
        STARTING,
        READY,
        FAILED,
        STOPPING,
        STOPPED
    }

    /** @param elapsed since the start, or the stop, of the whole stack began */
    void progress(Part part, State state, Duration elapsed);

    /** Something that a person should know, such as what an earlier run had left behind. */
    void notice(String message);

    /** Says nothing. */
    static StackListener silent() {
        return new StackListener() {
            @Override
            public void progress(Part part, State state, Duration elapsed) {}

            @Override
            public void notice(String message) {}
        };
    }
}
