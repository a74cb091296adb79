package io.neomt.event;

import io.neomt.permission.ResourceAction;
import org.jspecify.annotations.Nullable;

/** What happens to the tenant's catalogue of permission codes. */
public sealed interface CatalogueEvent extends Event {

    ResourceAction code();

    /**
     * The catalogue knows the code, or knows it otherwise than before.
     *
     * @param resourceType the kind of resource that it is about; null where it is about none in particular
     */
    record PermissionDefined(
            ResourceAction code,
            String description,
            @Nullable String resourceType) implements CatalogueEvent {}

    /** Grants of the code stay. */
    record PermissionWithdrawn(ResourceAction code) implements CatalogueEvent {}
}
