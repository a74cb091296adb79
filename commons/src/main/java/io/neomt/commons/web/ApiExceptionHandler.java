package io.neomt.commons.web;

import io.neomt.commons.connections.DatabaseUnavailableException;
import io.neomt.commons.connections.OutsideRegionException;
import io.neomt.commons.connections.TenantNotActiveException;
import io.neomt.commons.consistency.InvalidConsistencyTokenException;
import io.neomt.permission.InvalidPermissionException;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;

/** Turns whatever a controller, or the way to it, throws into the body that the contract promises. */
@RestControllerAdvice
public final class ApiExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ApiExceptionHandler.class);

    @ExceptionHandler
    ResponseEntity<ErrorResponse> handle(ApiException e) {
        var response = ResponseEntity.status(e.code().status()).contentType(MediaType.APPLICATION_JSON);
        e.headers().forEach(response::header);
        return response.body(ErrorResponse.of(e));
    }

    @ExceptionHandler
    ResponseEntity<ErrorResponse> handle(HttpMessageNotReadableException e) {
        return handle(BodyProblems.of(e));
    }

    @ExceptionHandler
    ResponseEntity<ErrorResponse> handle(HttpMediaTypeNotSupportedException e) {
        return handle(Problems.of(e));
    }

    @ExceptionHandler(HttpMediaTypeNotAcceptableException.class)
    ResponseEntity<ErrorResponse> notAcceptable() {
        return handle(Problems.notAcceptable());
    }

    @ExceptionHandler
    ResponseEntity<ErrorResponse> handle(HttpRequestMethodNotSupportedException e) {
        return handle(Problems.of(e));
    }

    @ExceptionHandler(NoHandlerFoundException.class)
    ResponseEntity<ErrorResponse> noRoute() {
        return handle(Problems.noRoute());
    }

    @ExceptionHandler
    ResponseEntity<ErrorResponse> handle(MissingServletRequestParameterException e) {
        return handle(Problems.of(e));
    }

    @ExceptionHandler
    ResponseEntity<ErrorResponse> handle(MissingRequestHeaderException e) {
        return handle(Problems.of(e));
    }

    @ExceptionHandler(ServletRequestBindingException.class)
    ResponseEntity<ErrorResponse> unbindable() {
        return handle(new ApiException(ErrorCode.MALFORMED_REQUEST, "the request lacks a parameter"));
    }

    @ExceptionHandler
    ResponseEntity<ErrorResponse> handle(MethodArgumentTypeMismatchException e) {
        return handle(Problems.of(e));
    }

    @ExceptionHandler
    ResponseEntity<ErrorResponse> handle(InvalidPermissionException e) {
        return handle(Problems.of(e));
    }

    @ExceptionHandler
    ResponseEntity<ErrorResponse> handle(InvalidConsistencyTokenException e) {
        return handle(Problems.of(e));
    }

    @ExceptionHandler
    ResponseEntity<ErrorResponse> handle(TenantNotActiveException e) {
        return handle(Problems.of(e));
    }

    @ExceptionHandler(OutsideRegionException.class)
    ResponseEntity<ErrorResponse> elsewhere() {
        return handle(Problems.elsewhere());
    }

    @ExceptionHandler
    ResponseEntity<ErrorResponse> handle(DatabaseUnavailableException e) {
        LOG.warn("a request found no database", e);
        return handle(Problems.databaseAway());
    }

    /** The caller hung up: there is nobody to answer, but the status is counted. */
    @ExceptionHandler({ClientAbortException.class, AsyncRequestNotUsableException.class})
    ResponseEntity<ErrorResponse> disconnected() {
        LOG.debug("the caller hung up");
        return handle(new ApiException(ErrorCode.MALFORMED_REQUEST, "the request ended early"));
    }

    @ExceptionHandler(Throwable.class)
    ResponseEntity<ErrorResponse> unexpected(Throwable e) {
        LOG.error("a request failed unexpectedly", e);
        return handle(Problems.internal());
    }
}
