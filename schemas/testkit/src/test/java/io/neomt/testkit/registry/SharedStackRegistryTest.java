package io.neomt.testkit.registry;

import io.neomt.testkit.backends.Backends;
import java.net.URI;

/** The registry that the platform really runs on. */
class SharedStackRegistryTest extends SchemaRegistryContract {

    @Override
    protected URI registryUrl() {
        return URI.create(Backends.shared().addresses().registryUrl());
    }
}
