package io.neomt.deploy.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The file by which PostgreSQL claims its folder; it stays when the server is killed. */
record PostmasterFile(Path file, Path data) {

    static PostmasterFile in(Path data) {
        return new PostmasterFile(data.resolve("postmaster.pid"), data);
    }

    /**
     * Stops the server that the file names where one runs on this folder, and removes the file where its process id
     * now belongs to another program, over which PostgreSQL would stumble.
     */
    void clear(Duration patience, StackListener listener) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        String first = Files.readString(file).lines().findFirst().orElse("").strip();
        ProcessHandle process = first.matches("[0-9]{1,18}")
                ? ProcessHandle.of(Long.parseLong(first)).orElse(null)
                : null;
        if (process == null) {
            // PostgreSQL recognizes a dead owner by itself and then also looks for surviving children
            return;
        }
        if (isServer(process)) {
            ProcessLedger.end(process, Part.POSTGRESQL, patience);
            listener.notice("stopped postgresql (process " + first + "), left behind by an earlier run");
        } else {
            Files.delete(file);
        }
    }

    private boolean isServer(ProcessHandle process) {
        return process.info()
                .commandLine()
                .map(line -> line.contains("postgres") && line.contains(data.toString()))
                .orElse(false);
    }
}
