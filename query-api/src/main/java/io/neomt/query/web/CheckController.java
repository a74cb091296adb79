package io.neomt.query.web;

import io.neomt.commons.security.Caller;
import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ApiResponse;
import io.neomt.permission.Decision;
import io.neomt.query.At;
import io.neomt.query.check.CheckRequest;
import io.neomt.query.metrics.CheckMeter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Permission checks. About oneself everybody may ask. */
@RestController
@RequestMapping({"/api/v1/tenants/{tenant}/check", "/api/v1/check"})
public final class CheckController {

    private static final int MOST = 1_000;
    private static final CheckParser SINGLE = new CheckParser("");

    private final Readings readings;
    private final CheckMeter meter;

    public CheckController(Readings readings, CheckMeter meter) {
        this.readings = readings;
        this.meter = meter;
    }

    @PostMapping
    ApiResponse<CheckAnswer> check(
            Caller caller,
            @PathVariable(required = false) @Nullable String tenant,
            @RequestBody CheckBody body,
            ServletWebRequest request) {
        At<Decision> answer =
                meter.timed(() -> answer(readings.ofAnyStatus(caller, tenant, request), SINGLE.parse(body)));
        return ApiResponse.of(CheckAnswer.of(answer.value(), CheckAnswer.ConsistencyBody.of(answer.position())));
    }

    @PostMapping("/batch")
    ApiResponse<BatchAnswer> checkMany(
            Caller caller,
            @PathVariable(required = false) @Nullable String tenant,
            @RequestBody BatchBody body,
            ServletWebRequest request) {
        At<List<Decision>> answers =
                meter.timed(() -> answers(readings.ofAnyStatus(caller, tenant, request), parse(body)));
        List<CheckAnswer> results = answers.value().stream()
                .map(decision -> CheckAnswer.of(decision, null))
                .toList();
        return ApiResponse.of(new BatchAnswer(results, CheckAnswer.ConsistencyBody.of(answers.position())));
    }

    private At<Decision> answer(Reading reading, CheckRequest asked) {
        At<Decision> decision = reading.decide(asked, Permissions.CHECK);
        meter.count(reading.tenant().slug(), asked, decision.value());
        return decision;
    }

    private At<List<Decision>> answers(Reading reading, List<CheckRequest> requests) {
        At<List<Decision>> decisions = reading.decide(requests, Permissions.CHECK);
        meter.count(reading.tenant().slug(), requests, decisions.value());
        return decisions;
    }

    private static List<CheckRequest> parse(BatchBody body) {
        List<@Nullable CheckBody> checks = body.checks();
        if (checks == null || checks.isEmpty() || checks.size() > MOST) {
            throw ApiException.validation("checks", "holds 1 to " + MOST + " checks");
        }
        List<CheckRequest> requests = new ArrayList<>(checks.size());
        for (CheckBody check : checks) {
            requests.add(parse(requests.size(), check));
        }
        return requests;
    }

    private static CheckRequest parse(int index, @Nullable CheckBody check) {
        if (check == null) {
            throw ApiException.validation("checks[" + index + "]", "is null");
        }
        return new CheckParser("checks[" + index + "].").parse(check);
    }
}
