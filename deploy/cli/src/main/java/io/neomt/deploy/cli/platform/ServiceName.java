package io.neomt.deploy.cli.platform;

/** The five services, in the order in which they are listed, with their fixed ports. */
public enum ServiceName {
    MIGRATION_ORCHESTRATOR("migration-orchestrator", 8000),
    COMMAND_SERVICE("command-service", 8001),
    QUERY_API("query-api", 8002),
    PROVISIONING_WORKER("provisioning-worker", 8003),
    PROJECTION_SERVICE("projection-service", 8004);

    private final String text;
    private final int defaultPort;

    ServiceName(String text, int defaultPort) {
        this.text = text;
        this.defaultPort = defaultPort;
    }

    public int defaultPort() {
        return defaultPort;
    }

    @Override
    public String toString() {
        return text;
    }
}
