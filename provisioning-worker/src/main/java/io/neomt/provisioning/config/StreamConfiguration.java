package io.neomt.provisioning.config;

import io.neomt.commons.config.NeoProperties;
import io.neomt.commons.config.ServiceName;
import io.neomt.event.codec.AvroEventCodec;
import io.neomt.event.registry.ConfluentFrame;
import io.neomt.event.registry.ConfluentRestRegistry;
import io.neomt.event.registry.SchemaRegistry;
import io.neomt.provisioning.run.Backlog;
import io.neomt.provisioning.stream.KafkaProbe;
import io.neomt.provisioning.stream.TenantEventListener;
import io.neomt.provisioning.stream.TenantEventStream;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.MessageListenerContainer;

/** How the worker hears of tenants. */
@Configuration(proxyBeanMethods = false)
class StreamConfiguration {

    private static final int KAFKA_TIMEOUT_MILLIS = 2_000;

    @Bean
    SchemaRegistry schemaRegistry(NeoProperties.Registry settings) {
        return new ConfluentRestRegistry(settings.url());
    }

    /** Started and stopped with the context, since containers are lifecycle beans. */
    @Bean
    MessageListenerContainer tenantEvents(
            SchemaRegistry registry,
            NeoProperties.Kafka kafka,
            NeoProperties.Events events,
            Backlog backlog,
            ServiceName name) {
        ConfluentFrame frame = new ConfluentFrame(registry, new AvroEventCodec());
        return TenantEventStream.container(
                kafka.bootstrapServers(),
                events.topic(),
                name.value(),
                new TenantEventListener(frame, backlog::submit));
    }

    @Bean
    Admin kafkaAdmin(NeoProperties.Kafka kafka, ServiceName name) {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka.bootstrapServers(),
                AdminClientConfig.CLIENT_ID_CONFIG,
                name.value() + "-admin",
                AdminClientConfig.METRIC_REPORTER_CLASSES_CONFIG,
                "",
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                KAFKA_TIMEOUT_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                KAFKA_TIMEOUT_MILLIS));
    }

    @Bean
    KafkaProbe kafkaProbe(Admin kafkaAdmin, MessageListenerContainer tenantEvents) {
        return new KafkaProbe(kafkaAdmin, tenantEvents);
    }
}
