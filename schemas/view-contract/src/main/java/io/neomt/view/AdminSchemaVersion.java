package io.neomt.view;

/** The version of the admin database that this build of the platform works with. */
public final class AdminSchemaVersion {

    public static final String REQUIRED = Migrations.ADMIN.requiredVersion();

    private AdminSchemaVersion() {}
}
