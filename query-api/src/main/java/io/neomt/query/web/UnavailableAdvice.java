package io.neomt.query.web;

import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ErrorCode;
import io.neomt.commons.web.ErrorWriter;
import io.neomt.query.UnavailableException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says that there is no answer now, with a status that nobody takes for an allowance and a time to ask again. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class UnavailableAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(UnavailableAdvice.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final ErrorWriter writer;

    public UnavailableAdvice(ErrorWriter writer) {
        this.writer = writer;
    }

    @ExceptionHandler(UnavailableException.class)
    void unavailable(UnavailableException e, HttpServletResponse response) throws IOException {
        LOG.warn("no answer could be given: {}", e.getMessage(), e.getCause());
        writer.write(
                response,
                ApiException.unavailable(
                        code(e), e.getMessage() + "; nothing is allowed meanwhile, try again", RETRY_AFTER));
    }

    private static ErrorCode code(UnavailableException e) {
        return switch (e.reason()) {
            case CONSISTENCY_UNAVAILABLE -> ErrorCode.CONSISTENCY_UNAVAILABLE;
            case DEPENDENCY_UNAVAILABLE -> Refusals.DEPENDENCY_UNAVAILABLE;
        };
    }
}
