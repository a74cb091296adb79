package io.neomt.commons.security;

import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ErrorCode;
import io.neomt.commons.web.ErrorWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Lets a request through only with a bearer token that is to be believed, except to what anybody may see. */
public final class AuthenticationFilter extends HttpFilter {

    /** The request attribute that holds the {@link Caller}. */
    static final String CALLER = Caller.class.getName();

    private static final String SESSION = Session.class.getName();

    private static final long serialVersionUID = 1L;
    private static final Set<String> OPEN = Set.of(
            "/health",
            "/health/live",
            "/health/ready",
            "/metrics",
            "/docs",
            "/openapi.json",
            "/api/v1/auth/login",
            "/api/v1/auth/refresh");
    // compared with the address as it was sent: no spelling of another path may pass as one of these
    private static final Pattern OPEN_BELOW = Pattern.compile("/\\.well-known(/[A-Za-z0-9_-]+)+");
    private static final String SCHEME = "Bearer ";
    private static final int LONGEST_TOKEN = 8_192;

    private final transient Authenticator authenticator;
    private final transient ErrorWriter errors;

    AuthenticationFilter(Authenticator authenticator, ErrorWriter errors) {
        this.authenticator = authenticator;
        this.errors = errors;
    }

    /**
     * @param realms only their issuers are believed, and only they are ever contacted
     * @param audience that a token must name
     * @param skew how far the clocks of issuer and service may differ
     */
    public static AuthenticationFilter of(
            Realms realms,
            String audience,
            Duration skew,
            Revocations revocations,
            HttpClient http,
            ErrorWriter errors) {
        InstantSource clock = InstantSource.system();
        TokenVerifier verifier = new TokenVerifier(realms, new HttpKeyFetcher(http, realms), audience, skew, clock);
        return new AuthenticationFilter(new Authenticator(verifier, revocations, clock), errors);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!isOpen(request.getRequestURI())) {
            try {
                VerifiedToken token = authenticator.authenticate(token(request));
                request.setAttribute(CALLER, token.caller());
                request.setAttribute(SESSION, token.session());
                MDC.put("user_id", token.caller().externalId());
            } catch (UnauthenticatedException e) {
                errors.write(response, refusal(String.valueOf(e.getMessage())));
                return;
            } catch (KeysUnavailableException e) {
                errors.write(
                        response, unavailable("the issuer's keys cannot be fetched, so the token cannot be checked"));
                return;
            } catch (SessionsUnavailableException e) {
                errors.write(response, unavailable("it is not known yet which sessions were ended"));
                return;
            }
        }
        chain.doFilter(request, response);
    }

    /** Whether anybody may see the path, as it was sent. */
    public static boolean isOpen(String path) {
        return OPEN.contains(path) || OPEN_BELOW.matcher(path).matches();
    }

    /** Whose request it is; null where anybody may send it. */
    public static @Nullable Caller callerOf(HttpServletRequest request) {
        return request.getAttribute(CALLER) instanceof Caller caller ? caller : null;
    }

    /** The session that the request's token was given for; null where nobody signed in for it. */
    public static @Nullable Session sessionOf(HttpServletRequest request) {
        return request.getAttribute(SESSION) instanceof Session session ? session : null;
    }

    private static String token(HttpServletRequest request) throws UnauthenticatedException {
        String header = request.getHeader("Authorization");
        if (header == null) {
            throw new UnauthenticatedException("send a token as Authorization: Bearer <token>");
        }
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) || header.length() > LONGEST_TOKEN) {
            throw new UnauthenticatedException("the Authorization header holds no bearer token");
        }
        return header.substring(SCHEME.length()).strip();
    }

    private static ApiException refusal(String reason) {
        return new ApiException(
                ErrorCode.UNAUTHENTICATED,
                reason,
                Map.of(),
                Map.of("WWW-Authenticate", "Bearer realm=\"neo\", error=\"invalid_token\""));
    }

    private static ApiException unavailable(String reason) {
        return ApiException.unavailable(ErrorCode.SERVICE_UNAVAILABLE, reason + "; try again", Duration.ofSeconds(10));
    }
}
