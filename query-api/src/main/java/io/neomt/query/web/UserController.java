package io.neomt.query.web;

import io.neomt.commons.security.Caller;
import io.neomt.commons.web.ApiResponse;
import io.neomt.commons.web.EntityVersion;
import io.neomt.commons.web.PageRequest;
import io.neomt.commons.web.PagedResponse;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.query.check.Held;
import io.neomt.query.lookup.AssignedRole;
import io.neomt.query.lookup.Holding;
import io.neomt.query.lookup.Membership;
import io.neomt.query.lookup.Page;
import io.neomt.query.lookup.UserFilter;
import io.neomt.query.lookup.UserView;
import io.neomt.query.lookup.Users;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** The users of a tenant, their roles and their permissions. */
@RestController
@RequestMapping({"/api/v1/tenants/{tenant}/users", "/api/v1/users"})
public final class UserController {

    private static final List<String> STATUSES = List.of("active", "deactivated", "deleted");

    private final Readings readings;
    private final Users users;

    public UserController(Readings readings, Users users) {
        this.readings = readings;
        this.users = users;
    }

    @GetMapping
    PagedResponse<UserView> listUsers(
            Caller caller,
            @PathVariable(required = false) @Nullable String tenant,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String username,
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable String q,
            PageRequest page,
            ServletWebRequest request) {
        Reading reading = readings.of(caller, tenant, request);
        Parameters.check(request, "status", "username", "email", "q");
        UserFilter filter = new UserFilter(
                Parameters.oneOf("status", status, STATUSES),
                Parameters.text("username", username),
                Parameters.text("email", email),
                Parameters.text("q", q));
        TenantId id = reading.require(Permissions.READ_USERS).tenant().id();
        Page<UserView> found = reading.read(() -> users.list(id, filter, Parameters.range(page)));
        return PagedResponse.of(found.items(), page, found.total());
    }

    @GetMapping("/{id}")
    ApiResponse<UserView> readUser(
            Caller caller,
            @PathVariable(required = false) @Nullable String tenant,
            @PathVariable String id,
            ServletWebRequest request) {
        UserId user = user(id);
        Reading reading = readable(caller, tenant, user, request);
        UserView found = reading.read(() -> users.find(reading.tenant().id(), user))
                .orElseThrow(() -> Refusals.userNotFound(user));
        reading.etag(EntityVersion.etag(found.version()));
        return ApiResponse.of(found);
    }

    @GetMapping("/{id}/roles")
    PagedResponse<AssignedRoleBody> listRolesOfUser(
            Caller caller,
            @PathVariable(required = false) @Nullable String tenant,
            @PathVariable String id,
            PageRequest page,
            ServletWebRequest request) {
        UserId user = user(id);
        Parameters.check(request);
        Reading reading = readable(caller, tenant, user, request);
        List<AssignedRole> found = reading.read(
                        () -> users.roles(reading.tenant().id(), user))
                .orElseThrow(() -> Refusals.userNotFound(user));
        return paged(found.stream().map(AssignedRoleBody::of).toList(), page);
    }

    @GetMapping("/{id}/teams")
    PagedResponse<MembershipBody> listTeamsOfUser(
            Caller caller,
            @PathVariable(required = false) @Nullable String tenant,
            @PathVariable String id,
            PageRequest page,
            ServletWebRequest request) {
        UserId user = user(id);
        Parameters.check(request);
        Reading reading = readable(caller, tenant, user, request);
        Page<Membership> found = reading.read(() -> users.teams(reading.tenant().id(), user, Parameters.range(page)))
                .orElseThrow(() -> Refusals.userNotFound(user));
        return PagedResponse.of(found.items().stream().map(MembershipBody::of).toList(), page, found.total());
    }

    /** Of users of the tenant, and of those who may do something in it without being one. */
    @GetMapping("/{id}/permissions")
    PagedResponse<HoldingBody> listPermissionsOfUser(
            Caller caller,
            @PathVariable(required = false) @Nullable String tenant,
            @PathVariable String id,
            PageRequest page,
            ServletWebRequest request) {
        UserId user = user(id);
        Parameters.check(request);
        Reading reading = readings.of(caller, tenant, request);
        reading.requireAbout(user, Permissions.CHECK);
        List<Holding> held = reading.read(
                        () -> users.entitlements(reading.tenant().id(), user))
                .map(found -> Holding.of(found.entitlements(), reading.now(), !found.active()))
                .orElseGet(() -> heldByForeigner(reading, user));
        return paged(held.stream().map(HoldingBody::of).toList(), page);
    }

    private static List<Holding> heldByForeigner(Reading reading, UserId user) {
        Held held = reading.held(user);
        if (held.entitlements().isEmpty()) {
            throw Refusals.userNotFound(user);
        }
        return Holding.of(held.entitlements(), reading.now(), held.barred());
    }

    /** One may be allowed to read oneself and nobody else. */
    private Reading readable(Caller caller, @Nullable String tenant, UserId user, ServletWebRequest request) {
        Reading reading = readings.of(caller, tenant, request);
        return reading.require(reading.isSelf(user) ? Permissions.READ_ONESELF : Permissions.READ_USERS);
    }

    private static <T> PagedResponse<T> paged(List<T> all, PageRequest page) {
        Page<T> part = Page.of(all, Parameters.range(page));
        return PagedResponse.of(part.items(), page, part.total());
    }

    private static UserId user(String id) {
        return Ids.parse("id", id, UserId::of);
    }
}
