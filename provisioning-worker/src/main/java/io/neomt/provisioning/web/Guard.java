package io.neomt.provisioning.web;

import io.neomt.commons.security.Caller;
import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ErrorCode;
import io.neomt.permission.PermissionCode;
import java.util.Map;
import java.util.function.BiPredicate;

/** Who may look at the registry, and who may change it. */
public final class Guard {

    private static final PermissionCode READ = PermissionCode.parse("connections.read.tenant");
    private static final PermissionCode WRITE = PermissionCode.parse("connections.write.tenant");

    private final BiPredicate<String, PermissionCode> allowed;

    /** @param allowed whether the user of the platform with this external id has the permission */
    public Guard(BiPredicate<String, PermissionCode> allowed) {
        this.allowed = allowed;
    }

    void read(Caller caller) {
        require(caller, READ);
    }

    void write(Caller caller) {
        require(caller, WRITE);
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
