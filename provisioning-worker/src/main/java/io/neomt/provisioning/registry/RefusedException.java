package io.neomt.provisioning.registry;

import java.util.Map;

/** The registry was not changed. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final transient Map<String, Object> details;

    public RefusedException(Refusal refusal, String message, Map<String, Object> details) {
        super(message, null, false, false);
        this.refusal = refusal;
        this.details = Map.copyOf(details);
    }

    /** Of a server that will not do. */
    public static RefusedException of(Probed.Failed failed) {
        return new RefusedException(Refusal.of(failed.problem()), failed.message(), Map.of());
    }

    public static RefusedException noConnection(String name) {
        return new RefusedException(
                Refusal.CONNECTION_NOT_FOUND, "no such connection", Map.of("connection_name", name));
    }

    /** @param present the version that it is of now */
    public static RefusedException changed(long present) {
        return new RefusedException(
                Refusal.VERSION_MISMATCH,
                "it was changed since it was read; read it again",
                Map.of("current_version", present));
    }

    public Refusal refusal() {
        return refusal;
    }

    public Map<String, Object> details() {
        return details;
    }
}
