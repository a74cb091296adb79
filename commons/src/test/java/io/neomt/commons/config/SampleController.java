package io.neomt.commons.config;

import io.neomt.commons.security.Caller;
import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ApiResponse;
import io.neomt.commons.web.ErrorCode;
import io.neomt.commons.web.PageRequest;
import io.neomt.commons.web.PagedResponse;
import io.neomt.commons.web.RequestContext;
import io.neomt.event.UserId;
import io.neomt.permission.Effect;
import io.neomt.permission.PermissionPattern;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One of each thing that a controller does. */
@RestController
@RequestMapping("/api/v1/things")
public class SampleController {

    /** @param note may be left out */
    public record Thing(
            String displayName,
            Effect effect,
            PermissionPattern permission,
            @Nullable Integer note) {}

    @GetMapping
    PagedResponse<String> list(PageRequest page) {
        return PagedResponse.of(List.of("thing-" + page.offset()), page, 45);
    }

    @GetMapping("/{id}")
    ApiResponse<UserId> one(@PathVariable UserId id) {
        return ApiResponse.of(id);
    }

    @PostMapping
    ApiResponse<Thing> create(@RequestBody Thing thing) {
        return ApiResponse.of(thing);
    }

    @GetMapping("/caller")
    ApiResponse<Caller> caller(Caller caller) {
        return ApiResponse.of(caller);
    }

    @GetMapping("/context")
    ApiResponse<RequestContext> context(RequestContext context) {
        return ApiResponse.of(context);
    }

    @GetMapping("/refused")
    ApiResponse<String> refused() {
        throw new ApiException(new ErrorCode(422, "THING_REFUSED"), "not this one", Map.of("thing", 7));
    }

    @GetMapping("/broken")
    ApiResponse<String> broken() {
        throw new IllegalStateException("secret inner workings");
    }
}
