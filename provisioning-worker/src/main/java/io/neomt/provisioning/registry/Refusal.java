package io.neomt.provisioning.registry;

/** Why the registry is not changed; the names are stable codes. */
public enum Refusal {
    CONNECTION_NOT_FOUND(404, "There is no such connection."),
    REGION_NOT_FOUND(404, "There is no such region."),
    CONNECTION_EXISTS(409, "A connection of this name is registered."),
    REGION_EXISTS(409, "There is such a region."),
    CONNECTION_IN_USE(409, "Tenants are placed on the connection, or others of its cluster follow it."),
    REGION_IN_USE(409, "Connections or tenants are in the region."),
    CONNECTION_FENCED(409, "Another server took the place of this one; make it a standby of that one first."),
    CLUSTER_HAS_WRITER(409, "The cluster has a primary; register its standbys as replicas."),
    IDEMPOTENCY_KEY_REUSED(409, "The idempotency key was used before for a different request."),
    VERSION_MISMATCH(412, "It was changed since it was read; read it again."),
    UNKNOWN_REGION(422, "The region that the request names is not registered."),
    UNKNOWN_CLUSTER(422, "There is no such cluster, nor a primary of that name that could begin it."),
    CLUSTER_ELSEWHERE(422, "The servers of a cluster lie in one region; this cluster lies in another."),
    UNREACHABLE(422, "No PostgreSQL takes connections where the request says."),
    LOGIN_REFUSED(422, "The server does not let the user in: name or password is wrong, or its rules forbid it."),
    UNKNOWN_DATABASE(422, "The server has no database of that name."),
    SERVER_TOO_OLD(422, "The server is an older PostgreSQL than the platform works with."),
    READ_ONLY(422, "The server follows another one and cannot be written to; register it as a replica."),
    NOT_A_REPLICA(422, "The server follows no other one, so it is no replica."),
    MISSING_PRIVILEGE(422, "The user may not create schemas in the database."),
    OTHER_SYSTEM(422, "The server does not hold what the connection, or the cluster, holds."),
    CONNECTION_FAILED(422, "The server answered with an error; the message gives its code.");

    private final int status;
    private final String meaning;

    Refusal(int status, String meaning) {
        this.status = status;
        this.meaning = meaning;
    }

    /** The HTTP status that it is answered with. */
    public int status() {
        return status;
    }

    /** For the page of all codes. */
    public String meaning() {
        return meaning;
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
