package io.neomt.projection.stream;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.CommonContainerStoppingErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * What Kafka refuses, passes: after it has forgotten this process, which stood still for longer than the session or whose
 * broker did, no offset can be committed until the next poll has joined again, and an offset is only a hint. A failure of
 * the listener itself is this process's own, and stops the container.
 */
final class PollFailures extends CommonContainerStoppingErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(PollFailures.class);
    private static final Duration PAUSE = Duration.ofMillis(100);

    @Override
    public void handleOtherException(
            Exception thrown, Consumer<?, ?> consumer, MessageListenerContainer container, boolean batchListener) {
        if (isKafkas(thrown)) {
            goOn(thrown);
        } else {
            super.handleOtherException(thrown, consumer, container, batchListener);
        }
    }

    /** The commit of a batch counts as a part of it; the listener is through with it by then. */
    @Override
    public void handleBatch(
            Exception thrown,
            ConsumerRecords<?, ?> records,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            Runnable listener) {
        if (isKafkas(thrown)) {
            goOn(thrown);
        } else {
            super.handleBatch(thrown, records, consumer, container, listener);
        }
    }

    private static void goOn(Exception thrown) {
        LOG.warn("Kafka refused, it is asked again: {}", thrown.toString());
        // what it refuses at once shall not be asked without a pause
        LockSupport.parkNanos(PAUSE.toNanos());
    }

    private static boolean isKafkas(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof KafkaException) {
                return true;
            }
        }
        return false;
    }
}
