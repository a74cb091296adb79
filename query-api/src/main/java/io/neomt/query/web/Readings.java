package io.neomt.query.web;

import io.neomt.commons.connections.Tenant;
import io.neomt.commons.consistency.ConsistencyToken;
import io.neomt.commons.security.Caller;
import io.neomt.commons.security.TenantAccess;
import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ErrorCode;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Decision;
import io.neomt.query.PermissionSets;
import io.neomt.query.freshness.FreshReads;
import io.neomt.query.freshness.Requirement;
import io.neomt.query.store.Heads;
import io.neomt.query.store.UserIds;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.WebRequest;

/** Opens each request: in which tenant, who calls, how new the answer must be. */
public final class Readings {

    private final TenantAccess access;
    private final ConsistencyHeaders headers;
    private final Heads heads;
    private final UserIds userIds;
    private final PermissionSets sets;
    private final FreshReads freshReads;

    public Readings(
            TenantAccess access,
            ConsistencyHeaders headers,
            Heads heads,
            UserIds userIds,
            PermissionSets sets,
            FreshReads freshReads) {
        this.access = access;
        this.headers = headers;
        this.heads = heads;
        this.userIds = userIds;
        this.sets = sets;
        this.freshReads = freshReads;
    }

    /**
     * A request that may be about a tenant that is not active; then nobody may do anything in it.
     *
     * @param tenant as the path names it; null where it does not
     */
    Reading ofAny(Caller caller, @Nullable String tenant, WebRequest request) {
        Tenant resolved = access.resolve(caller, tenant);
        Tenant home = caller.platform() ? access.home(caller) : resolved;
        Requirement required = headers.read(
                request.getHeader(ConsistencyToken.HEADER),
                request.getHeader(ConsistencyHeaders.MODE),
                resolved.id());
        return reading(caller, resolved, home, required);
    }

    /** As {@link #ofAny}, for what lies in the tenant's schema. */
    Reading of(Caller caller, @Nullable String tenant, WebRequest request) {
        Reading reading = ofAny(caller, tenant, request);
        if (!reading.tenant().active()) {
            throw new ApiException(
                    ErrorCode.TENANT_NOT_ACTIVE,
                    "the tenant is not active yet; try again when its provisioning has finished",
                    Map.of("tenant", reading.tenant().slug()));
        }
        return reading;
    }

    /**
     * A request about the platform itself. Tokens of any tenant are welcome: organizations and tenants are always read in
     * their newest state.
     */
    Reading ofPlatform(Caller caller, WebRequest request) {
        if (!caller.platform()) {
            throw new ApiException(ErrorCode.FORBIDDEN, "only users of the platform may ask for this");
        }
        Tenant platform = access.home(caller);
        Requirement required = headers.read(
                request.getHeader(ConsistencyToken.HEADER), request.getHeader(ConsistencyHeaders.MODE), any -> true);
        return reading(caller, platform, platform, new Requirement(required.mode(), Position.NONE));
    }

    private Reading reading(Caller caller, Tenant tenant, Tenant home, Requirement required) {
        Position needed = required.needed(() -> heads.head(tenant.id()));
        Position neededAtHome = home.equals(tenant)
                ? needed
                : new Requirement(required.mode(), Position.NONE).needed(() -> heads.head(home.id()));
        return new Reading(this, caller, tenant, home, needed, neededAtHome);
    }

    Optional<UserId> userOf(Caller caller, Tenant home, Position needed) {
        return userIds.find(home.id(), caller.externalId(), needed);
    }

    PermissionSets sets() {
        return sets;
    }

    FreshReads freshReads() {
        return freshReads;
    }

    String token(TenantId tenant, Position position) {
        return headers.token(tenant, position);
    }

    /** The reason why nobody may do anything in a tenant that is not active. */
    static Decision.Blocked notActive() {
        return new Decision.Blocked(Decision.Cause.TENANT_NOT_ACTIVE);
    }
}
