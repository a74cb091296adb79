package io.neomt.event.registry;

import java.net.URI;

/** Offers another client of the registry than the built-in one; found by {@link java.util.ServiceLoader}. */
public interface SchemaRegistryProvider {

    SchemaRegistry connect(URI url, boolean autoRegister);
}
