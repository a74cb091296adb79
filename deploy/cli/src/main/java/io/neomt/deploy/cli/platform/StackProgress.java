package io.neomt.deploy.cli.platform;

import io.neomt.deploy.embedded.Part;
import io.neomt.deploy.embedded.StackListener;
import java.time.Duration;

/** Hands the progress of the embedded stack on to whoever watches the whole platform. */
public record StackProgress(Progress progress) implements StackListener {

    @Override
    public void progress(Part part, State state, Duration elapsed) {
        String name = part.label();
        switch (state) {
            case PREPARING, STARTING -> progress.starting(name);
            case READY -> progress.ready(name, "", elapsed.toMillis());
            case FAILED -> progress.note(name + " failed after " + elapsed.toMillis() + " ms");
            case STOPPING, STOPPED -> {}
        }
    }

    @Override
    public void notice(String message) {
        progress.note(message);
    }
}
