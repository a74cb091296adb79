package io.neomt.deploy.embedded;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it was told. */
final class RecordingListener implements StackListener {

    record Progress(Part part, State state, Duration elapsed) {}

    private final List<Progress> progress = new CopyOnWriteArrayList<>();
    private final List<String> notices = new CopyOnWriteArrayList<>();

    @Override
    public void progress(Part part, State state, Duration elapsed) {
        progress.add(new Progress(part, state, elapsed));
    }

    @Override
    public void notice(String message) {
        notices.add(message);
    }

    List<Part> parts(State state) {
        return progress.stream()
                .filter(step -> step.state() == state)
                .map(Progress::part)
                .toList();
    }

    List<String> notices() {
        return List.copyOf(notices);
    }
}
