package io.neomt.query.web;

import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ErrorCode;
import io.neomt.commons.web.ErrorWriter;
import io.neomt.query.authzen.MalformedException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The AuthZEN standard knows few statuses: whatever is wrong with a request is 400. */
@RestControllerAdvice(assignableTypes = {AuthzenEvaluationController.class, AuthzenSearchController.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class AuthzenAdvice {

    private static final Set<Integer> WRONG_REQUEST = Set.of(404, 409, 415, 422);

    private final ErrorWriter writer;

    public AuthzenAdvice(ErrorWriter writer) {
        this.writer = writer;
    }

    @ExceptionHandler
    void malformed(MalformedException e, HttpServletResponse response) throws IOException {
        writer.write(response, ApiException.validation(e.field(), e.issue()));
    }

    @ExceptionHandler(HttpMediaTypeNotSupportedException.class)
    void notJson(HttpServletResponse response) throws IOException {
        writer.write(response, new ApiException(ErrorCode.MALFORMED_REQUEST, "send the body as application/json"));
    }

    @ExceptionHandler
    void refused(ApiException e, HttpServletResponse response) throws IOException {
        int status = WRONG_REQUEST.contains(e.code().status()) ? 400 : e.code().status();
        ErrorCode code = new ErrorCode(status, e.code().value());
        writer.write(response, new ApiException(code, e.message(), e.details(), e.headers()));
    }
}
