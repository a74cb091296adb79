package io.neomt.provisioning.web;

import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ErrorCode;
import io.neomt.provisioning.registry.InvalidConnectionException;
import io.neomt.provisioning.registry.RefusedException;
import java.util.function.Supplier;

/** Tells callers why the registry was not changed. */
final class Refusals {

    private Refusals() {}

    static <T> T refusable(Supplier<T> work) {
        try {
            return work.get();
        } catch (InvalidConnectionException e) {
            throw ApiException.validation(e.field(), e.issue());
        } catch (RefusedException e) {
            ErrorCode code = new ErrorCode(e.refusal().status(), e.refusal().name());
            throw new ApiException(code, String.valueOf(e.getMessage()), e.details());
        }
    }
}
