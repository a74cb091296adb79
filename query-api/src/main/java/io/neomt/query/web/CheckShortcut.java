package io.neomt.query.web;

import io.neomt.commons.security.AuthenticationFilter;
import io.neomt.commons.security.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings checks that are sent as most are straight to their controller: Spring's way there, which asks what each request is
 * and what its sender understands, costs more than the check. Whatever is sent in another way goes that way, and so does
 * what is wrong with a check. Has to be the last filter.
 */
public final class CheckShortcut extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Pattern PATH = Pattern.compile("/api/v1(?:/tenants/([a-z0-9-]{1,64}))?/check(/batch)?");
    private static final int LONGEST = "/api/v1/tenants//check/batch".length() + 64;
    private static final Set<String> SENT = Set.of("application/json", "application/json;charset=utf-8");
    private static final Set<String> UNDERSTOOD =
            Set.of("*/*", "application/json", "application/json,*/*", "application/json,text/plain,*/*");

    private final transient CheckController controller;
    private final transient ObjectProvider<HandlerExceptionResolver> problems;
    private final transient JsonMapper json;

    /** @param problems what answers where a controller throws */
    public CheckShortcut(
            CheckController controller, JsonMapper json, ObjectProvider<HandlerExceptionResolver> problems) {
        this.controller = controller;
        this.problems = problems;
        this.json = json;
    }

    /**
     * One of the endpoints.
     *
     * @param tenant as the path names it
     */
    private record Target(@Nullable String tenant, boolean batch) {

        static @Nullable Target of(String path) {
            if (path.length() > LONGEST || !path.contains("/check")) {
                return null;
            }
            var parts = PATH.matcher(path);
            return parts.matches() ? new Target(parts.group(1), parts.group(2) != null) : null;
        }

        /** As Spring would name it. */
        String pattern() {
            return (tenant == null ? "/api/v1/check" : "/api/v1/tenants/{tenant}/check") + (batch ? "/batch" : "");
        }
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Target target = isAsMostAre(request) ? Target.of(request.getRequestURI()) : null;
        Caller caller = AuthenticationFilter.callerOf(request);
        if (target == null || caller == null) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, target.pattern());
        try {
            write(response, answer(caller, target, request, response));
        } catch (IOException | RuntimeException e) {
            if (problems.getObject().resolveException(request, response, null, e) == null) {
                throw e;
            }
        }
    }

    private static boolean isAsMostAre(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return request.getMethod().equals("POST")
                && request.getContentLengthLong() > 0
                && isOneOf(SENT, request.getContentType())
                && (accept == null || isOneOf(UNDERSTOOD, accept));
    }

    private static boolean isOneOf(Set<String> forms, @Nullable String mediaTypes) {
        return mediaTypes != null
                && (forms.contains(mediaTypes)
                        || forms.contains(mediaTypes.replace(" ", "").toLowerCase(Locale.ROOT)));
    }

    private Object answer(Caller caller, Target target, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ServletWebRequest both = new ServletWebRequest(request, response);
        return target.batch()
                ? controller.checkMany(caller, target.tenant(), read(BatchBody.class, request), both)
                : controller.check(caller, target.tenant(), read(CheckBody.class, request), both);
    }

    private <T> T read(Class<T> type, HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(request.getContentLength());
        try {
            @Nullable T read = json.readValue(body, type);
            if (read != null) {
                return read;
            }
        } catch (JacksonException e) {
            throw unreadable(e, request);
        }
        throw unreadable(null, request);
    }

    private static HttpMessageNotReadableException unreadable(
            @Nullable JacksonException cause, HttpServletRequest request) {
        return new HttpMessageNotReadableException(
                "the body is no check", cause, new ServletServerHttpRequest(request));
    }

    private void write(HttpServletResponse response, Object answer) throws IOException {
        byte[] body = json.writeValueAsBytes(answer);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
