package io.neomt.command.catalogue;

import io.neomt.command.kernel.Ordered;
import io.neomt.permission.ResourceAction;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The codes that a tenant defined, as its events left them; the platform's own are not among them. */
public record CatalogueState(Map<ResourceAction, Definition> codes) {

    public static final CatalogueState EMPTY = new CatalogueState(Map.of());

    public CatalogueState {
        codes = Ordered.map(codes);
    }

    /**
     * What is known of a code.
     *
     * @param resourceType the kind of resource that the code is about; null where it is about none in particular
     * @param version position of the event that defined the code last; 0 where that was not kept
     */
    public record Definition(String description, @Nullable String resourceType, long version) {

        boolean says(String otherDescription, @Nullable String otherType) {
            return description.equals(otherDescription) && Objects.equals(resourceType, otherType);
        }
    }
}
