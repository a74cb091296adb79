package io.neomt.commons.config;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Tells a wrong setting in one line instead of a stack trace. Named in {@code spring.factories}. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ConfigurationReporter implements SpringBootExceptionReporter {

    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationReporter.class);

    @Override
    public boolean reportException(Throwable failure) {
        var ours = ConfigurationException.in(failure);
        ours.ifPresent(wrong -> LOG.error("the service does not start: {}", wrong.getMessage()));
        return ours.isPresent();
    }
}
