package io.neomt.event.registry.confluent;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.neomt.event.registry.SchemaRegistry;
import io.neomt.event.registry.SchemaRegistryProvider;
import java.net.URI;

/** Puts Confluent's client in the place of the built-in one wherever this class is on the class path. */
public final class ConfluentClientProvider implements SchemaRegistryProvider {

    private static final int SCHEMAS_PER_SUBJECT = 1_000;

    @Override
    public SchemaRegistry connect(URI url, boolean autoRegister) {
        return new ConfluentClientRegistry(
                new CachedSchemaRegistryClient(url.toString(), SCHEMAS_PER_SUBJECT), autoRegister);
    }
}
