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
import io.neomt.query.check.CheckRequest;
import io.neomt.query.check.Held;
import io.neomt.query.check.Inquiry;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * One request: whose permissions count, what it may see and how new that must be. The caller's permissions are read the
 * way all others are: those of a guest lie in the tenant that is asked, those of a platform's user in the platform's own.
 */
final class Reading {

    /**
     * Who calls.
     *
     * @param home the tenant of the caller's realm
     */
    record Who(Caller caller, Tenant home) {}

    private final Readings.Tools tools;
    private final Who who;
    private final Tenant tenant;
    private final Instant now;
    private final Function<TenantId, Position> atLeast;
    private final ServletWebRequest request;

    /** @param atLeast how new the state of each tenant must be that the request looks at */
    Reading(
            Readings.Tools tools,
            Who who,
            Tenant tenant,
            Instant now,
            Function<TenantId, Position> atLeast,
            ServletWebRequest request) {
        this.tools = tools;
        this.who = who;
        this.tenant = tenant;
        this.now = now;
        this.atLeast = atLeast;
        this.request = request;
    }

    Tenant tenant() {
        return tenant;
    }

    /** The time that the request is answered for. */
    Instant now() {
        return now;
    }

    Function<TenantId, Position> atLeast() {
        return atLeast;
    }

    /** Whether the request is about the caller. */
    boolean isSelf(UserId user) {
        return !isFromPlatform() && self().filter(user::equals).isPresent();
    }

    /** Whether the caller is of another tenant and was given nothing here. */
    boolean isUninvited() {
        boolean visits = !who.caller().platform() && !who.home().id().equals(tenant.id());
        return visits && self().filter(this::wasGivenAnything).isEmpty();
    }

    private boolean wasGivenAnything(UserId user) {
        return !tools.inquiries()
                .held(tenant.id(), user, atLeast)
                .value()
                .entitlements()
                .isEmpty();
    }

    /** @throws io.neomt.commons.web.ApiException 403 unless the caller has the permission */
    Reading require(PermissionCode code) {
        authorize(code, callersDecision(code));
        return this;
    }

    /** As {@link #require}, but about oneself everybody may ask who is not barred. */
    Reading requireAbout(UserId user, PermissionCode forOthers) {
        if (!isSelf(user)) {
            return require(forOthers);
        }
        if (callersDecision(forOthers) instanceof Decision.Blocked barred) {
            throw Refusals.forbidden(forOthers, barred.reason());
        }
        return this;
    }

    /** As for many questions, for one; about others it is asked together with what the caller may do. */
    At<Decision> decide(CheckRequest request, PermissionCode forOthers) {
        if (isFromPlatform()) {
            require(forOthers);
        } else if (!request.user().equals(selfFor(forOthers))) {
            At<List<Decision>> read = decide(List.of(request), forOthers);
            return new At<>(read.position(), read.value().getFirst());
        }
        return answered(decide(tenant.id(), request));
    }

    /** The answers to questions, for a caller that may ask them: about oneself always, about others with the code. */
    At<List<Decision>> decide(List<CheckRequest> requests, PermissionCode forOthers) {
        if (isFromPlatform()) {
            require(forOthers);
            return answered(decide(tenant.id(), requests));
        }
        UserId self = selfFor(forOthers);
        if (requests.stream().allMatch(asked -> asked.user().equals(self))) {
            return answered(decide(tenant.id(), requests));
        }
        List<CheckRequest> all = new ArrayList<>(requests);
        all.add(new CheckRequest.OfCode(self, forOthers));
        At<List<Decision>> read = decide(tenant.id(), all);
        authorize(forOthers, read.value().getLast());
        return answered(new At<>(read.position(), read.value().subList(0, requests.size())));
    }

    /** The answer with all that went into it. */
    At<Inquiry> inquire(CheckRequest asked) {
        return answered(tools.inquiries().ask(tenant.id(), asked, now, atLeast));
    }

    /** What counts for somebody, whether or not they are a user of the tenant. */
    Held held(UserId user) {
        return answered(tools.inquiries().held(tenant.id(), user, atLeast)).value();
    }

    /** Reads rows that are new enough, and tells the caller how new they are. */
    <T> T read(Supplier<At<T>> source) {
        return answered(tools.freshReads().read(tenant.id(), atLeast.apply(tenant.id()), source))
                .value();
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

    <T> At<T> answered(At<T> read) {
        answer(tenant.id(), read.position());
        return read;
    }

    private void answer(TenantId sequence, Position position) {
        response().setHeader(ConsistencyToken.HEADER, tools.headers().token(sequence, position));
    }

    private HttpServletResponse response() {
        return Objects.requireNonNull(request.getResponse());
    }

    private At<List<Decision>> decide(TenantId id, List<CheckRequest> requests) {
        return tools.checks().decide(id, requests, now, atLeast);
    }

    private At<Decision> decide(TenantId id, CheckRequest request) {
        return tools.checks().decide(id, request, now, atLeast);
    }

    private Decision callersDecision(PermissionCode code) {
        CheckRequest asked = new CheckRequest.OfCode(selfFor(code), code);
        Tenant holder = isFromPlatform() ? who.home() : tenant;
        return decide(holder.id(), asked).value();
    }

    private static void authorize(PermissionCode code, Decision decision) {
        if (!decision.allowed()) {
            throw Refusals.forbidden(code, decision.reason());
        }
    }

    /** And looks at another tenant than the platform's. */
    private boolean isFromPlatform() {
        return who.caller().platform() && !who.home().id().equals(tenant.id());
    }

    private UserId selfFor(PermissionCode code) {
        return self().orElseThrow(() -> Refusals.forbidden(code, reasonWithoutUser()));
    }

    private Optional<UserId> self() {
        TenantId home = who.home().id();
        return who.home().active()
                ? tools.userIds().find(home, who.caller().externalId(), atLeast.apply(home))
                : Optional.empty();
    }

    private String reasonWithoutUser() {
        Decision.Cause cause = Obstacle.of(who.home()).orElse(Decision.Cause.USER_UNKNOWN);
        return new Decision.Blocked(cause).reason();
    }
}
