package io.neomt.provisioning.plan;

import java.util.Optional;

/**
 * Where an active tenant's schema lies.
 *
 * @param version of the template that the directory knows it to have
 */
public record Placement(String connectionName, Optional<TemplateVersion> version) {}
