package io.neomt.testkit.registry;

import java.net.URI;
import org.junit.jupiter.api.AfterEach;

class FakeRegistryTest extends SchemaRegistryContract {

    private final FakeRegistry registry = new FakeRegistry();

    @Override
    protected URI registryUrl() {
        return registry.url();
    }

    @AfterEach
    void stop() {
        registry.close();
    }
}
