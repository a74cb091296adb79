package io.neomt.event.registry;

import java.net.URI;
import java.util.ServiceLoader;

/** Chooses the client of the registry: the one that was built in by a profile, or else this module's own. */
public final class SchemaRegistries {

    private SchemaRegistries() {}

    /**
     * Connects lazily: nothing is sent before the first question.
     *
     * @param url the root of Confluent's API, such as {@code http://127.0.0.1:8081/apis/ccompat/v7}
     * @param autoRegister whether asking for the id of an unregistered schema registers it; never in production
     */
    public static SchemaRegistry connect(URI url, boolean autoRegister) {
        return ServiceLoader.load(SchemaRegistryProvider.class, SchemaRegistries.class.getClassLoader())
                .findFirst()
                .map(provider -> provider.connect(url, autoRegister))
                .orElseGet(() -> new ConfluentRestRegistry(url, autoRegister));
    }
}
