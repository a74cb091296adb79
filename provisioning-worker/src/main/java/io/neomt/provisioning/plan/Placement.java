package io.neomt.provisioning.plan;

import io.neomt.view.SchemaName;
import java.util.Optional;

/**
 * Where a tenant lies that was made already and may have to be brought up to date.
 *
 * @param hasRole false for one that was made before tenants had roles
 * @param realm the slug of a tenant whose realm does not follow its status yet
 * @param suspended whether nobody may do anything in it for now
 */
public record Placement(Place place, SchemaName schema, boolean hasRole, Optional<String> realm, boolean suspended) {}
