package io.neomt.deploy.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;

/** How a server is asked to end. */
enum StopRequest {
    TERMINATE {
        @Override
        void send(ProcessHandle process) {
            process.destroy();
        }
    },
    /** PostgreSQL's fast shutdown: SIGTERM would wait for every client to leave. */
    INTERRUPT {
        @Override
        void send(ProcessHandle process) {
            try {
                new ProcessBuilder("sh", "-c", "kill -INT \"$0\"", Long.toString(process.pid()))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    },
    /** As a machine that loses its power: nothing is written any more. */
    KILL {
        @Override
        void send(ProcessHandle process) {
            process.destroyForcibly();
        }
    };

    abstract void send(ProcessHandle process);

    static StopRequest of(Part part) {
        return part == Part.POSTGRESQL ? INTERRUPT : TERMINATE;
    }
}
