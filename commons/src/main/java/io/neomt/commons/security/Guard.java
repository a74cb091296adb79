package io.neomt.commons.security;

import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ErrorCode;
import io.neomt.permission.PermissionCode;
import java.util.Map;
import java.util.function.BiPredicate;

/** Who of the platform may look at something that belongs to no tenant, and who may change it. */
public final class Guard {

    private final PermissionCode read;
    private final PermissionCode write;
    private final BiPredicate<String, PermissionCode> allowed;

    /**
     * @param resource as permissions name it
     * @param allowed whether the user of the platform with this external id has the permission
     */
    public Guard(String resource, BiPredicate<String, PermissionCode> allowed) {
        this.read = PermissionCode.parse(resource + ".read.tenant");
        this.write = PermissionCode.parse(resource + ".write.tenant");
        this.allowed = allowed;
    }

    /** @throws ApiException when the caller may not look */
    public void read(Caller caller) {
        require(caller, read);
    }

    /** @throws ApiException when the caller may not change anything */
    public void write(Caller caller) {
        require(caller, write);
    }

    private void require(Caller caller, PermissionCode code) {
        if (!caller.platform()) {
            throw new ApiException(ErrorCode.FORBIDDEN, "only users of the platform may do this");
        }
        if (!allowed.test(caller.externalId(), code)) {
            throw new ApiException(
                    ErrorCode.FORBIDDEN, "this needs a permission", Map.of("permission", code.toString()));
        }
    }
}
