package io.neomt.command.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.neomt.command.store.PostgresOutbox;
import io.neomt.command.stream.EventPublisher;
import io.neomt.command.stream.KafkaProbe;
import io.neomt.command.stream.Relay;
import io.neomt.command.stream.RelayProbe;
import io.neomt.command.stream.Topics;
import io.neomt.command.web.RegistryProbe;
import io.neomt.commons.config.NeoProperties;
import io.neomt.commons.observability.Traces;
import io.neomt.event.codec.AvroEventCodec;
import io.neomt.event.registry.ConfluentFrame;
import io.neomt.event.registry.SchemaRegistries;
import io.neomt.event.registry.SchemaRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How events come to Kafka. */
@Configuration(proxyBeanMethods = false)
class RelayConfiguration {

    @Bean(destroyMethod = "close")
    SchemaRegistry schemaRegistry(NeoProperties.Registry settings) {
        return SchemaRegistries.connect(settings.url(), settings.autoRegister());
    }

    @Bean(destroyMethod = "close")
    Topics topics(NeoProperties.Kafka kafka, NeoProperties.Events events) {
        return new Topics(kafka.bootstrapServers(), events.topic(), events.partitions());
    }

    @Bean(destroyMethod = "close")
    EventPublisher eventPublisher(
            NeoProperties.Kafka kafka,
            NeoProperties.Events events,
            SchemaRegistry registry,
            AvroEventCodec codec,
            Traces traces) {
        return new EventPublisher(
                kafka.bootstrapServers(), events.topic(), new ConfluentFrame(registry, codec), traces);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Relay relay(PostgresOutbox outbox, Topics topics, EventPublisher publisher, Ids ids, MeterRegistry metrics) {
        Relay relay = new Relay(outbox, topics, publisher, ids.get().toString(), Relay.Timing.USUAL);
        Gauge.builder("relay.lag.events", relay, r -> r.lag().events())
                .description("Events that are committed and not yet published")
                .register(metrics);
        Gauge.builder("relay.lag.seconds", relay, r -> r.lag().age().toMillis() / 1000.0)
                .description("Age of the oldest event that is not yet published")
                .register(metrics);
        return relay;
    }

    @Bean
    RelayProbe relayProbe(Relay relay, MeterRegistry metrics) {
        RelayProbe probe = new RelayProbe(relay);
        Gauge.builder("relay.epoch", probe, RelayProbe::epoch)
                .description("The newest epoch under which this process publishes; 0 while it publishes nothing")
                .register(metrics);
        Gauge.builder("relay.shards", relay, r -> r.leases().size())
                .description("Shards of tenants that this process publishes")
                .register(metrics);
        Gauge.builder("relay.look.age.seconds", relay, r -> r.age().toMillis() / 1000.0)
                .description("How old the figures of the relay's lag are")
                .register(metrics);
        return probe;
    }

    @Bean
    KafkaProbe kafkaProbe(Topics topics) {
        return new KafkaProbe(topics);
    }

    @Bean(destroyMethod = "close")
    RegistryProbe registryProbe(NeoProperties.Registry settings) {
        return new RegistryProbe(settings.url());
    }
}
