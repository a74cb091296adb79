package io.neomt.command.catalogue;

import io.neomt.command.kernel.Ordered;
import io.neomt.permission.ResourceAction;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The codes that a tenant defined, as its events left them; the platform's own are not among them. */
public record CatalogueState(Map<ResourceAction, Definition> codes) {

    public static final CatalogueState EMPTY = new CatalogueState(Map.of());

    public CatalogueState {
        codes = Ordered.map(codes);
    }

    /** @param resourceType the kind of resource that the code is about; null where it is about none in particular */
    public record Definition(String description, @Nullable String resourceType) {}
}
