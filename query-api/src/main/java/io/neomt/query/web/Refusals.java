package io.neomt.query.web;

import io.neomt.commons.connections.Tenant;
import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ErrorCode;
import io.neomt.permission.InvalidPermissionException;
import io.neomt.permission.PermissionCode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The refusals of this service beside those that every service has. */
final class Refusals {

    static final ErrorCode DEPENDENCY_UNAVAILABLE = new ErrorCode(503, "DEPENDENCY_UNAVAILABLE");
    private static final ErrorCode USER_NOT_FOUND = new ErrorCode(404, "USER_NOT_FOUND");
    private static final ErrorCode ROLE_NOT_FOUND = new ErrorCode(404, "ROLE_NOT_FOUND");
    private static final ErrorCode TEAM_NOT_FOUND = new ErrorCode(404, "TEAM_NOT_FOUND");
    private static final ErrorCode RESOURCE_NOT_FOUND = new ErrorCode(404, "RESOURCE_NOT_FOUND");
    private static final ErrorCode ACCESS_GRANT_NOT_FOUND = new ErrorCode(404, "ACCESS_GRANT_NOT_FOUND");
    private static final ErrorCode ROLE_TEMPLATE_NOT_FOUND = new ErrorCode(404, "ROLE_TEMPLATE_NOT_FOUND");
    private static final ErrorCode ORGANIZATION_NOT_FOUND = new ErrorCode(404, "ORGANIZATION_NOT_FOUND");

    private Refusals() {}

    static ApiException userNotFound(Object id) {
        return new ApiException(USER_NOT_FOUND, "no such user", Map.of("user", id.toString()));
    }

    static ApiException roleNotFound(Object id) {
        return new ApiException(ROLE_NOT_FOUND, "no such role", Map.of("role", id.toString()));
    }

    static ApiException teamNotFound(Object id) {
        return new ApiException(TEAM_NOT_FOUND, "no such team", Map.of("team", id.toString()));
    }

    static ApiException resourceNotFound(Object instance) {
        return new ApiException(RESOURCE_NOT_FOUND, "no such resource", Map.of("resource", instance.toString()));
    }

    static ApiException accessGrantNotFound(Object id) {
        return new ApiException(ACCESS_GRANT_NOT_FOUND, "no such access grant", Map.of("access_grant", id.toString()));
    }

    static ApiException roleTemplateNotFound(String name) {
        return new ApiException(ROLE_TEMPLATE_NOT_FOUND, "no such role template", Map.of("role_template", name));
    }

    static ApiException organizationNotFound(Object id) {
        return new ApiException(ORGANIZATION_NOT_FOUND, "no such organization", Map.of("organization", id.toString()));
    }

    static ApiException tenantNotFound(String idOrSlug) {
        return new ApiException(ErrorCode.TENANT_NOT_FOUND, "no such tenant", Map.of("tenant", idOrSlug));
    }

    /** The refusal of whatever lies in a tenant that nobody may use. */
    static ApiException closed(Tenant tenant) {
        Map<String, String> details = Map.of("tenant", tenant.slug());
        return switch (tenant.status()) {
            case SUSPENDED ->
                new ApiException(
                        ErrorCode.TENANT_SUSPENDED,
                        "the tenant is suspended; nothing of it is shown until it is resumed",
                        details);
            case DEPROVISIONING, DELETED, PURGED ->
                new ApiException(ErrorCode.TENANT_DELETED, "the tenant is deleted", details);
            case REQUESTED, PROVISIONING, FAILED, ACTIVE ->
                new ApiException(
                        ErrorCode.TENANT_NOT_ACTIVE,
                        "the tenant is not active yet; try again when its provisioning has finished",
                        details);
        };
    }

    /** @param reason as the check that refused gives it */
    static ApiException forbidden(PermissionCode missing, String reason) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("permission", missing.toString());
        details.put("reason", reason);
        return new ApiException(ErrorCode.FORBIDDEN, "this needs the permission " + missing, details);
    }

    /** @param allowed the form that would have been right */
    static ApiException invalidPermission(String field, String allowed, InvalidPermissionException e) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("field", field);
        details.put("issue", String.valueOf(e.getMessage()));
        details.put("allowed", allowed);
        return new ApiException(ErrorCode.INVALID_PERMISSION, field + ": " + e.getMessage(), details);
    }

    static ApiException invalidId(String field, String issue) {
        return new ApiException(ErrorCode.INVALID_ID, field + " " + issue, Map.of("field", field, "issue", issue));
    }
}
