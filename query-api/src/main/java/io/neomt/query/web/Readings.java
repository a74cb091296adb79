package io.neomt.query.web;

import io.neomt.commons.connections.Tenant;
import io.neomt.commons.security.Caller;
import io.neomt.commons.security.TenantAccess;
import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ErrorCode;
import io.neomt.commons.web.Staleness;
import io.neomt.event.Position;
import io.neomt.query.UnavailableException;
import io.neomt.query.check.Checks;
import io.neomt.query.check.Inquiries;
import io.neomt.query.freshness.FreshReads;
import io.neomt.query.freshness.Requirement;
import io.neomt.query.store.Heads;
import io.neomt.query.store.UserIds;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.ServletWebRequest;

/** Opens each request: in which tenant, who calls, how new the answer must be. */
public final class Readings {

    /** What every reading is made with. */
    record Tools(
            ConsistencyHeaders headers, UserIds userIds, Checks checks, Inquiries inquiries, FreshReads freshReads) {}

    private final TenantAccess access;
    private final Heads heads;
    private final InstantSource clock;
    private final Tools tools;

    public Readings(
            TenantAccess access,
            ConsistencyHeaders headers,
            Heads heads,
            UserIds userIds,
            Checks checks,
            Inquiries inquiries,
            FreshReads freshReads,
            InstantSource clock) {
        this.access = access;
        this.heads = heads;
        this.clock = clock;
        this.tools = new Tools(headers, userIds, checks, inquiries, freshReads);
    }

    /**
     * A request about what lies in a tenant's schema. Users of other tenants come in where they were given something.
     *
     * @param tenant as the path names it; null where it does not
     */
    Reading of(Caller caller, @Nullable String tenant, ServletWebRequest request) {
        Reading reading = ofAnyStatus(caller, tenant, request);
        if (!reading.tenant().active()) {
            throw Refusals.closed(reading.tenant());
        }
        return reading;
    }

    /** As {@link #of}; in a tenant that is not active everybody is blocked. */
    Reading ofAnyStatus(Caller caller, @Nullable String tenant, ServletWebRequest request) {
        Tenant resolved = access.resolve(caller, tenant);
        Requirement required = tools.headers().read(request, resolved.id());
        Reading reading = reading(caller, resolved, access.home(caller), required, request);
        if (reading.isUninvited()) {
            throw TenantAccess.forbidden();
        }
        return reading;
    }

    /**
     * A request about the platform itself. A token of any tenant will do, since organizations and tenants are always read
     * in their newest state; one of the platform counts for the caller's own permissions.
     */
    Reading ofPlatform(Caller caller, ServletWebRequest request) {
        if (!caller.platform()) {
            throw new ApiException(ErrorCode.FORBIDDEN, "only users of the platform may ask for this");
        }
        Tenant platform = access.home(caller);
        return reading(caller, platform, platform, tools.headers().readAny(request, platform.id()), request);
    }

    /** Waiting for what is behind a parked event would be in vain. */
    private static void lookWhetherItGoesOn(Tenant tenant, Position needed) {
        @Nullable Position parkedAt = tenant.parkedAt();
        if (parkedAt == null) {
            return;
        }
        Staleness.mark();
        if (needed.isAtLeast(parkedAt)) {
            throw new UnavailableException(
                    UnavailableException.Reason.CONSISTENCY_UNAVAILABLE,
                    "the tenant's views stand before the event at position " + parkedAt + ", and position " + needed
                            + " was asked for",
                    null);
        }
    }

    private Reading reading(
            Caller caller, Tenant tenant, Tenant home, Requirement required, ServletWebRequest request) {
        Position needed = required.needed(() -> heads.head(tenant.id()));
        lookWhetherItGoesOn(tenant, needed);
        Requirement elsewhere = new Requirement(required.mode(), Position.NONE);
        return new Reading(
                tools,
                new Reading.Who(caller, home),
                tenant,
                clock.instant(),
                id -> id.equals(tenant.id()) ? needed : elsewhere.needed(() -> heads.head(id)),
                request);
    }
}
