package io.neomt.query.web;

import io.neomt.commons.connections.Tenant;
import io.neomt.commons.security.AuthenticationFilter;
import io.neomt.commons.security.Caller;
import io.neomt.commons.security.Session;
import io.neomt.commons.security.TenantAccess;
import io.neomt.commons.sessions.RedisSessions;
import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ApiResponse;
import io.neomt.commons.web.ErrorCode;
import io.neomt.query.signin.IdentityProvider;
import io.neomt.query.signin.Place;
import io.neomt.query.signin.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signs people in and out, by asking the identity provider. */
@RestController
@RequestMapping("/api/v1/auth")
public final class AuthController {

    private static final ErrorCode INVALID_CREDENTIALS = new ErrorCode(401, "INVALID_CREDENTIALS");
    private static final ErrorCode ACCOUNT_UNFINISHED = new ErrorCode(403, "ACCOUNT_UNFINISHED");
    private static final ErrorCode NO_SESSION = new ErrorCode(422, "NO_SESSION");
    private static final Duration SOON = Duration.ofSeconds(5);

    /** @param tenant the slug; {@code platform} for users of the platform */
    record LoginBody(String tenant, String username, String password) {

        /** Without the password: bodies are written to logs where somebody looks for a fault. */
        @Override
        public String toString() {
            return "LoginBody[" + tenant + "]";
        }
    }

    record RefreshBody(String tenant, String refreshToken) {

        @Override
        public String toString() {
            return "RefreshBody[" + tenant + "]";
        }
    }

    /** @param refreshToken ends the session at the identity provider, too, so that it gives no new tokens */
    record LogoutBody(String refreshToken) {

        @Override
        public String toString() {
            return "LogoutBody[]";
        }
    }

    record TokensBody(
            String accessToken,
            String tokenType,
            long expiresIn,
            @Nullable String refreshToken,
            long refreshExpiresIn) {

        @Override
        public String toString() {
            return "TokensBody[" + expiresIn + " s]";
        }
    }

    /** @param tenant the caller's own */
    record MeBody(
            String externalId,
            String username,
            @Nullable String name,
            @Nullable String email,
            String realm,
            boolean platform,
            TenantBody tenant,
            @Nullable String userId) {}

    record TenantBody(String id, String slug, boolean active) {}

    /** Finds the user whom a caller is in the own tenant. */
    @FunctionalInterface
    public interface Own {
        @Nullable
        String userId(Caller caller, Tenant tenant);
    }

    private final IdentityProvider provider;
    private final Place.Layout layout;
    private final RedisSessions sessions;
    private final TenantAccess access;
    private final Own own;

    public AuthController(
            IdentityProvider provider, Place.Layout layout, RedisSessions sessions, TenantAccess access, Own own) {
        this.provider = provider;
        this.layout = layout;
        this.sessions = sessions;
        this.access = access;
        this.own = own;
    }

    @PostMapping("/login")
    ResponseEntity<ApiResponse<TokensBody>> login(@RequestBody LoginBody body) {
        return tokens(provider.signIn(place(body.tenant()), body.username(), body.password()));
    }

    @PostMapping("/refresh")
    ResponseEntity<ApiResponse<TokensBody>> refresh(@RequestBody RefreshBody body) {
        return tokens(provider.refresh(place(body.tenant()), body.refreshToken()));
    }

    /** Afterwards no token of the session is good any more, on any instance. */
    @PostMapping("/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logout(Caller caller, HttpServletRequest request, @RequestBody LogoutBody body) {
        Session session = AuthenticationFilter.sessionOf(request);
        if (session == null) {
            throw new ApiException(NO_SESSION, "nobody signed in for this token; it ends by itself");
        }
        // ours first: what comes after may fail, and then the tokens at hand are dead already
        if (!sessions.end(session) || !provider.signOut(layout.of(caller.tenantSlug()), body.refreshToken())) {
            throw away("the session cannot be ended everywhere now; try again");
        }
    }

    @GetMapping("/me")
    ApiResponse<MeBody> me(Caller caller) {
        Tenant tenant = access.home(caller);
        return ApiResponse.of(new MeBody(
                caller.externalId(),
                caller.name(),
                caller.person() == null ? null : caller.person().name(),
                caller.person() == null ? null : caller.person().email(),
                caller.realm(),
                caller.platform(),
                new TenantBody(tenant.id().toString(), tenant.slug(), tenant.active()),
                tenant.active() ? own.userId(caller, tenant) : null));
    }

    private Place place(String tenant) {
        if (!Place.isSlug(tenant)) {
            throw ApiException.validation("tenant", "is the slug of a tenant, such as acme");
        }
        return layout.of(tenant);
    }

    private static ResponseEntity<ApiResponse<TokensBody>> tokens(SignedIn answer) {
        return switch (answer) {
            case SignedIn.In in ->
                ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(ApiResponse.of(new TokensBody(
                                in.accessToken(), "Bearer", in.expiresIn(), in.refreshToken(), in.refreshExpiresIn())));
            case SignedIn.Wrong _ ->
                throw new ApiException(INVALID_CREDENTIALS, "tenant, user name, password or token are not right");
            case SignedIn.Unfinished _ ->
                throw new ApiException(
                        ACCOUNT_UNFINISHED,
                        "a step is left at the identity provider, such as choosing a password; sign in there once");
            case SignedIn.Closed _ ->
                throw new ApiException(ErrorCode.TENANT_NOT_ACTIVE, "nobody may sign in to the tenant now");
            case SignedIn.Away _ -> throw away("the identity provider does not answer; try again");
        };
    }

    private static ApiException away(String message) {
        return ApiException.unavailable(ErrorCode.SERVICE_UNAVAILABLE, message, SOON);
    }
}
