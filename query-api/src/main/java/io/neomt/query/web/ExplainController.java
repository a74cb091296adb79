package io.neomt.query.web;

import io.neomt.commons.security.Caller;
import io.neomt.commons.web.ApiResponse;
import io.neomt.query.At;
import io.neomt.query.check.CheckRequest;
import io.neomt.query.check.Inquiry;
import io.neomt.query.explain.Explanation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Why checks are answered as they are. About oneself everybody may ask. */
@RestController
@RequestMapping({"/api/v1/tenants/{tenant}/explain", "/api/v1/explain"})
public final class ExplainController {

    private static final CheckParser PARSER = new CheckParser("");

    private final Readings readings;

    public ExplainController(Readings readings) {
        this.readings = readings;
    }

    @PostMapping
    ApiResponse<ExplanationBody> explain(
            Caller caller,
            @PathVariable(required = false) @Nullable String tenant,
            @RequestBody CheckBody body,
            ServletWebRequest request) {
        CheckRequest asked = PARSER.parse(body);
        At<Inquiry> found = readings.ofAnyStatus(caller, tenant, request)
                .requireAbout(asked.user(), Permissions.CHECK)
                .inquire(asked);
        return ApiResponse.of(ExplanationBody.of(new At<>(found.position(), Explanation.of(found.value()))));
    }
}
