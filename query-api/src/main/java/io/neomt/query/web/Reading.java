package io.neomt.query.web;

import io.neomt.commons.connections.Tenant;
import io.neomt.commons.consistency.ConsistencyToken;
import io.neomt.commons.security.Caller;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Decision;
import io.neomt.permission.PermissionCode;
import io.neomt.query.At;
import io.neomt.query.Standing;
import io.neomt.query.check.CheckRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * One request: whose permissions count, what it may see and how new that must be. The caller's permissions are read the
 * way all others are; those of a platform's user lie in the platform's own tenant.
 */
final class Reading {

    /**
     * Who calls.
     *
     * @param home the tenant that holds the caller's permissions
     * @param needed how new the caller's permissions must be
     */
    record Who(Caller caller, Tenant home, Position needed) {}

    private final Readings.Tools tools;
    private final Who who;
    private final Tenant tenant;
    private final Position needed;
    private final ServletWebRequest request;

    Reading(Readings.Tools tools, Who who, Tenant tenant, Position needed, ServletWebRequest request) {
        this.tools = tools;
        this.who = who;
        this.tenant = tenant;
        this.needed = needed;
        this.request = request;
    }

    Tenant tenant() {
        return tenant;
    }

    /** Whether the request is about the caller. */
    boolean isSelf(UserId user) {
        return callerIsAtHome() && self().filter(user::equals).isPresent();
    }

    /** @throws io.neomt.commons.web.ApiException 403 unless the caller has the permission */
    Reading require(PermissionCode code) {
        UserId self = self().orElseThrow(() -> Refusals.forbidden(code, reasonWithoutUser()));
        authorize(
                self,
                code,
                tools.sets().of(who.home().id(), Set.of(self), who.needed()).value());
        return this;
    }

    /** The standings of users, for a caller that may see them: one's own always, those of others with the code. */
    At<Map<UserId, Standing>> standings(Set<UserId> users, PermissionCode forOthers) {
        if (!callerIsAtHome()) {
            require(forOthers);
            return answered(tools.sets().of(tenant.id(), users, needed));
        }
        UserId self = self().orElseThrow(() -> Refusals.forbidden(forOthers, reasonWithoutUser()));
        if (users.equals(Set.of(self))) {
            return answered(tools.sets().of(tenant.id(), users, needed));
        }
        Set<UserId> all = new HashSet<>(users);
        all.add(self);
        At<Map<UserId, Standing>> read = tools.sets().of(tenant.id(), all, needed);
        authorize(self, forOthers, read.value());
        return answered(read);
    }

    /** Reads rows that are new enough, and tells the caller how new they are. */
    <T> T read(Supplier<At<T>> source) {
        return answered(tools.freshReads().read(tenant.id(), needed, source)).value();
    }

    /** Reads rows that are always the newest, of the tenant whose position they come with. */
    <T> T readNewest(TenantId sequence, Supplier<At<T>> source) {
        At<T> read = source.get();
        answer(sequence, read.position());
        return read.value();
    }

    /** Not by Spring's own means: those would answer 304 although what the thing inherits has changed. */
    void etag(String etag) {
        response().setHeader("ETag", etag);
    }

    private <T> At<T> answered(At<T> read) {
        answer(tenant.id(), read.position());
        return read;
    }

    private void answer(TenantId sequence, Position position) {
        response().setHeader(ConsistencyToken.HEADER, tools.headers().token(sequence, position));
    }

    private HttpServletResponse response() {
        return Objects.requireNonNull(request.getResponse());
    }

    private static void authorize(UserId self, PermissionCode code, Map<UserId, Standing> standings) {
        Decision decision = new CheckRequest.OfCode(self, code).decide(Objects.requireNonNull(standings.get(self)));
        if (!decision.allowed()) {
            throw Refusals.forbidden(code, decision.reason());
        }
    }

    private boolean callerIsAtHome() {
        return who.home().id().equals(tenant.id());
    }

    private Optional<UserId> self() {
        return who.home().active()
                ? tools.userIds().find(who.home().id(), who.caller().externalId(), who.needed())
                : Optional.empty();
    }

    private String reasonWithoutUser() {
        Decision.Cause cause = who.home().active() ? Decision.Cause.USER_UNKNOWN : Decision.Cause.TENANT_NOT_ACTIVE;
        return new Decision.Blocked(cause).reason();
    }
}
