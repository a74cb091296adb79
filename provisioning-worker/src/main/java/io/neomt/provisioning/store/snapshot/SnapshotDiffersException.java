package io.neomt.provisioning.store.snapshot;

/** The snapshot makes another schema than the migrations do: the template has something that the compiler lacks. */
public final class SnapshotDiffersException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SnapshotDiffersException(String line) {
        super("the snapshot of the template does not make what its migrations make: " + line);
    }
}
