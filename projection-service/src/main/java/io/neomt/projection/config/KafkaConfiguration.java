package io.neomt.projection.config;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.neomt.commons.config.NeoProperties;
import io.neomt.commons.config.ProjectionProperties;
import io.neomt.commons.config.ServiceName;
import io.neomt.commons.observability.HealthProbe;
import io.neomt.event.codec.AvroEventCodec;
import io.neomt.event.registry.ConfluentFrame;
import io.neomt.event.registry.ConfluentRestRegistry;
import io.neomt.event.registry.SchemaRegistry;
import io.neomt.projection.catchup.CatchUp;
import io.neomt.projection.kernel.TenantEngine;
import io.neomt.projection.stream.Aside;
import io.neomt.projection.stream.DeadLetters;
import io.neomt.projection.stream.EventListener;
import io.neomt.projection.stream.KafkaProbe;
import io.neomt.projection.stream.Listening;
import io.neomt.projection.stream.Ownership;
import io.neomt.projection.stream.RecordReader;
import io.neomt.projection.telemetry.Stopping;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** What takes events from the topic. */
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

    @Bean(destroyMethod = "close")
    SchemaRegistry schemaRegistry(NeoProperties.Registry settings) {
        return new ConfluentRestRegistry(settings.url());
    }

    @Bean
    Ownership ownership(NeoProperties.Events events, ObjectProvider<CatchUp> catchUp) {
        return new Ownership(events.topic(), () -> catchUp.getObject().soon());
    }

    @Bean
    EventListener eventListener(
            SchemaRegistry registry,
            AvroEventCodec codec,
            TenantEngine engine,
            ExecutorService workers,
            DeadLetters deadLetters,
            Aside auditAside) {
        return new EventListener(
                new RecordReader(new ConfluentFrame(registry, codec), deadLetters), engine, workers, auditAside);
    }

    @Bean
    ConcurrentMessageListenerContainer<String, byte[]> eventContainer(
            NeoProperties.Kafka kafka,
            NeoProperties.Events events,
            ProjectionProperties.Projection settings,
            EventListener listener,
            Ownership ownership,
            ServiceName service) {
        return Listening.container(
                new Listening.Source(kafka.bootstrapServers(), events.topic(), settings.group(), service.value()),
                settings.concurrency(),
                listener,
                ownership);
    }

    @Bean
    Stopping stopping(ObjectProvider<ConcurrentMessageListenerContainer<String, byte[]>> container) {
        // not on this thread, which may be one that the container waits for
        return new Stopping(() -> container.getObject().stop(() -> {}));
    }

    @Bean(destroyMethod = "close")
    DeadLetters deadLetters(
            NeoProperties.Kafka kafka,
            NeoProperties.Events events,
            Admin admin,
            ServiceName service,
            MeterRegistry metrics) {
        Counter letters = metrics.counter("projection.dead.letters");
        return new DeadLetters(kafka.bootstrapServers(), events.topic(), admin, service.value(), letters::increment);
    }

    @Bean(destroyMethod = "close")
    Admin kafkaAdmin(NeoProperties.Kafka settings, ServiceName service) {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.bootstrapServers(),
                AdminClientConfig.CLIENT_ID_CONFIG,
                service.value() + "-probe",
                AdminClientConfig.METRIC_REPORTER_CLASSES_CONFIG,
                ""));
    }

    @Bean
    HealthProbe kafkaProbe(Admin admin) {
        return new KafkaProbe(admin);
    }
}
