package io.neomt.commons.observability;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.event.KeyValuePair;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLogFormatter;

/**
 * One line of JSON for each event: {@code timestamp, level, logger, message, context, performance}. Context holds who and
 * which request, as it stands in the MDC, and the event's own key-value pairs; {@code duration_ms} and
 * {@code cache_hit} go to {@code performance}. Tokens and passwords are taken out of all texts.
 */
public final class JsonLogFormatter implements StructuredLogFormatter<ILoggingEvent> {

    private static final Set<String> PERFORMANCE = Set.of("duration_ms", "cache_hit");

    private final JsonWriter<ILoggingEvent> writer = JsonWriter.<ILoggingEvent>of(members -> {
                members.add("timestamp", event -> event.getInstant().toString());
                members.add("level", event -> event.getLevel().toString());
                members.add("logger", ILoggingEvent::getLoggerName);
                members.add("message", event -> Secrets.hide(event.getFormattedMessage()));
                members.add("thread", ILoggingEvent::getThreadName);
                members.add("context", JsonLogFormatter::context).whenNotEmpty();
                members.add("performance", JsonLogFormatter::performance).whenNotEmpty();
                members.add("error", JsonLogFormatter::error).whenHasLength();
            })
            .withNewLineAtEnd();

    @Override
    public String format(ILoggingEvent event) {
        return writer.writeToString(event);
    }

    private static Map<String, Object> context(ILoggingEvent event) {
        Map<String, Object> context = new TreeMap<>();
        event.getMDCPropertyMap().forEach((key, value) -> context.put(key, Secrets.hide(value)));
        pairs(event).forEach((key, value) -> {
            if (!PERFORMANCE.contains(key)) {
                context.put(key, Secrets.hide(String.valueOf(value)));
            }
        });
        return context;
    }

    private static Map<String, Object> performance(ILoggingEvent event) {
        Map<String, Object> performance = pairs(event);
        performance.keySet().retainAll(PERFORMANCE);
        return performance;
    }

    private static Map<String, Object> pairs(ILoggingEvent event) {
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        Map<String, Object> map = new LinkedHashMap<>();
        if (pairs != null) {
            pairs.forEach(pair -> map.put(pair.key, pair.value));
        }
        return map;
    }

    private static String error(ILoggingEvent event) {
        IThrowableProxy failure = event.getThrowableProxy();
        return failure == null ? "" : Secrets.hide(ThrowableProxyUtil.asString(failure));
    }
}
