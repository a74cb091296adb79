package io.neomt.commons.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what the server refuses before any filter sees it, such as an address with forbidden characters. Named by its
 * class name to the server, which makes it.
 */
public final class JsonErrorReportValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(JsonErrorReportValve.class);

    private final ErrorWriter errors = new ErrorWriter(StrictJson.mapper());

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            errors.write(response.getResponse(), problem(status));
        } catch (IOException e) {
            LOG.debug("the caller hung up before it could be told of status {}", status, e);
        }
    }

    private static ApiException problem(int status) {
        if (status == 404) {
            return Problems.noRoute();
        }
        return status < 500
                ? new ApiException(new ErrorCode(status, "MALFORMED_REQUEST"), "the server cannot read this request")
                : Problems.internal();
    }
}
