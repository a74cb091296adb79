package io.neomt.deploy.cli.bench;

/** How many tenants the data set has; each has a hundred users. */
enum Size {
    S(10),
    M(100),
    L(1_000);

    private final int tenants;

    Size(int tenants) {
        this.tenants = tenants;
    }

    int tenants() {
        return tenants;
    }
}
