package io.neomt.provisioning.plan;

/** One thing to do for a tenant. Each may be repeated without harm, so that a crash between two only costs time. */
public sealed interface Step {

    record CreateSchema() implements Step {}

    /** Brings the schema to the shipped version of the template. */
    record MigrateTemplate() implements Step {}

    /** @param version that the schema of the tenant, which is active already, then has */
    record RecordVersion(TemplateVersion version) implements Step {}

    /** @param version that the schema then has */
    record Activate(TemplateVersion version) implements Step {}
}
