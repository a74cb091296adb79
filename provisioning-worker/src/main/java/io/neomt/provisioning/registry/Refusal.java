package io.neomt.provisioning.registry;

/** Why the registry is not changed; the names are stable codes. */
public enum Refusal {
    CONNECTION_NOT_FOUND(404),
    REGION_NOT_FOUND(404),
    CONNECTION_EXISTS(409),
    REGION_EXISTS(409),
    /** Tenants are placed on the connection, or others of its cluster follow it. */
    CONNECTION_IN_USE(409),
    /** Connections or tenants are in the region. */
    REGION_IN_USE(409),
    /** Another server took the place of this one. */
    CONNECTION_FENCED(409),
    CLUSTER_HAS_WRITER(409),
    UNKNOWN_REGION(422),
    UNKNOWN_CLUSTER(422),
    /** The servers of a cluster lie in one region. */
    CLUSTER_ELSEWHERE(422),
    UNREACHABLE(422),
    LOGIN_REFUSED(422),
    UNKNOWN_DATABASE(422),
    SERVER_TOO_OLD(422),
    READ_ONLY(422),
    NOT_A_REPLICA(422),
    MISSING_PRIVILEGE(422),
    OTHER_SYSTEM(422),
    CONNECTION_FAILED(422);

    private final int status;

    Refusal(int status) {
        this.status = status;
    }

    /** The HTTP status that it is answered with. */
    public int status() {
        return status;
    }

    static Refusal of(Probed.Problem problem) {
        return switch (problem) {
            case UNREACHABLE -> UNREACHABLE;
            case LOGIN_REFUSED -> LOGIN_REFUSED;
            case UNKNOWN_DATABASE -> UNKNOWN_DATABASE;
            case SERVER_TOO_OLD -> SERVER_TOO_OLD;
            case READ_ONLY -> READ_ONLY;
            case NOT_A_REPLICA -> NOT_A_REPLICA;
            case MISSING_PRIVILEGE -> MISSING_PRIVILEGE;
            case OTHER_SYSTEM -> OTHER_SYSTEM;
            case FAILED -> CONNECTION_FAILED;
        };
    }
}
