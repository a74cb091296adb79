package io.neomt.provisioning.stream;

import io.neomt.event.CloudEventHeaders;
import io.neomt.event.EventEnvelope;
import io.neomt.event.MalformedHeadersException;
import io.neomt.event.TenantId;
import io.neomt.event.codec.Decoded;
import io.neomt.event.codec.Decoded.Known;
import io.neomt.event.codec.Decoded.Unknown;
import io.neomt.event.codec.UndecodableEventException;
import io.neomt.event.registry.ConfluentFrame;
import io.neomt.provisioning.process.ProvisioningProcess;
import io.neomt.provisioning.process.Reaction.Ignore;
import io.neomt.provisioning.process.Reaction.TakeUp;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.MessageListener;

/**
 * Takes up a tenant the moment its event arrives, and is done with the event as soon as the tenant is on the list: should
 * the process end before the tenant is done, the directory still has it as requested and the next start takes it up.
 */
public final class TenantEventListener implements MessageListener<String, byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(TenantEventListener.class);

    private static final String OF_TENANTS = "neo.tenant.";

    private final ConfluentFrame frame;
    private final Consumer<TenantId> takeUp;

    public TenantEventListener(ConfluentFrame frame, Consumer<TenantId> takeUp) {
        this.frame = frame;
        this.takeUp = takeUp;
    }

    @Override
    public void onMessage(ConsumerRecord<String, byte[]> event) {
        try {
            hear(event);
        } catch (UndecodableEventException | MalformedHeadersException e) {
            // no attempt will ever read it; its tenant is found in the directory all the same
            LOG.error("unreadable event at {}-{}@{}", event.topic(), event.partition(), event.offset(), e);
        }
    }

    private void hear(ConsumerRecord<String, byte[]> event) {
        Map<String, String> headers = headers(event);
        String type = CloudEventHeaders.wireType(headers);
        if (!type.startsWith(OF_TENANTS)) {
            // nearly every event is of something else: none of these is worth decoding
            return;
        }
        Decoded decoded = frame.unframe(type, event.value());
        switch (decoded) {
            case Known known -> react(new EventEnvelope(CloudEventHeaders.parse(headers), known.event()));
            case Unknown _ -> LOG.debug("passed over an event of type {}", type);
        }
    }

    private void react(EventEnvelope envelope) {
        switch (ProvisioningProcess.react(envelope)) {
            case TakeUp todo -> takeUp.accept(todo.tenant());
            case Ignore _ ->
                LOG.debug("nothing to do for {}", envelope.metadata().id());
        }
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> event) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : event.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return headers;
    }
}
