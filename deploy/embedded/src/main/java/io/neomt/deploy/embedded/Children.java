package io.neomt.deploy.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** All child processes of a stack. After a failure no more can be started, so that none is left behind. */
final class Children {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final StackFolders folders;
    private final ProcessLedger ledger;
    private final List<ServerProcess> processes = new ArrayList<>();
    private boolean closed;

    Children(StackFolders folders, ProcessLedger ledger) {
        this.folders = folders;
        this.ledger = ledger;
    }

    synchronized ServerProcess start(Part part, ProcessBuilder builder) throws IOException {
        if (closed) {
            throw new StackException(part.label() + " was not started: the stack is going down");
        }
        ServerProcess process = ServerProcess.start(part, builder, folders.log(part));
        processes.add(process);
        ledger.add(part, process.handle());
        return process;
    }

    /** The process that was started last for the part. */
    synchronized ServerProcess last(Part part) {
        return processes.reversed().stream()
                .filter(process -> process.part() == part)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(part.label() + " was never started"));
    }

    /** Ends them all without ceremony, which makes every wait for one fail at once. */
    synchronized void abandon() {
        closed = true;
        processes.forEach(process -> ProcessLedger.end(
                process.handle(), process.part(), process.part() == Part.POSTGRESQL ? PATIENCE : Duration.ZERO));
    }
}
