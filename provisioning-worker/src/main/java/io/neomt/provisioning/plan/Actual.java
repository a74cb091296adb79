package io.neomt.provisioning.plan;

import java.util.Optional;

/**
 * What there is of a tenant.
 *
 * @param active whether the command service lets users and roles be changed in it
 * @param schemaExists on the connection that was chosen for it
 * @param templateVersion of its schema; empty before the first migration
 */
public record Actual(boolean active, boolean schemaExists, Optional<TemplateVersion> templateVersion) {}
