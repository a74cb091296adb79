package io.neomt.query.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.neomt.commons.security.Caller;
import io.neomt.commons.web.Staleness;
import io.neomt.event.Position;
import io.neomt.permission.Decision;
import io.neomt.query.At;
import io.neomt.query.authzen.Asked;
import io.neomt.query.authzen.Evaluation;
import io.neomt.query.authzen.Evaluations;
import io.neomt.query.authzen.Verdict;
import io.neomt.query.metrics.CheckMeter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Evaluations by the AuthZEN standard. The tenant is the one of the token's realm; users of the platform name it in the
 * path or as {@code X-Tenant}.
 */
@RestController
@RequestMapping({"/access/v1", "/api/v1/tenants/{tenant}/access/v1"})
public final class AuthzenEvaluationController {

    private final Readings readings;
    private final CheckMeter meter;

    public AuthzenEvaluationController(Readings readings, CheckMeter meter) {
        this.readings = readings;
        this.meter = meter;
    }

    /** An answer as the standard has it, without the envelope that other answers have. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DecisionBody(boolean decision, @Nullable Map<String, Object> context) {
        static DecisionBody of(Verdict verdict) {
            return new DecisionBody(verdict.decision(), verdict.context());
        }

        /** A caller that understands no context need not rely on what is stale. */
        DecisionBody stale(Position position) {
            Map<String, Object> more = new LinkedHashMap<>(context == null ? Map.of() : context);
            more.put("stale", true);
            more.put("position", position.value());
            return new DecisionBody(decision, more);
        }
    }

    /** @param evaluations in the order of the request */
    record EvaluationsBody(List<DecisionBody> evaluations) {}

    @PostMapping("/evaluation")
    DecisionBody evaluate(
            Caller caller,
            @PathVariable(required = false) @Nullable String tenant,
            @RequestBody Map<String, Object> body,
            ServletWebRequest request) {
        return answers(caller, tenant, Asked.of(Evaluation.parse(body)), request)
                .getFirst();
    }

    /** One decision where the body holds no list of evaluations, as the standard wants it. */
    @PostMapping("/evaluations")
    Record evaluateMany(
            Caller caller,
            @PathVariable(required = false) @Nullable String tenant,
            @RequestBody Map<String, Object> body,
            ServletWebRequest request) {
        Evaluations evaluations = Evaluations.parse(body);
        List<DecisionBody> answers = answers(caller, tenant, evaluations.asked(), request);
        return switch (evaluations) {
            case Evaluations.One _ -> answers.getFirst();
            case Evaluations.Many _ -> new EvaluationsBody(answers);
        };
    }

    private List<DecisionBody> answers(Caller caller, @Nullable String tenant, Asked asked, ServletWebRequest request) {
        return meter.timed(() -> {
            Reading reading = readings.ofAnyStatus(caller, AuthzenTenant.named(tenant, request), request);
            At<List<Decision>> decided = reading.decide(asked.requests(), Permissions.CHECK);
            List<Decision> decisions = decided.value();
            meter.count(reading.tenant().slug(), asked.requests(), decisions);
            return asked.answer(decisions).stream()
                    .map(DecisionBody::of)
                    .map(body -> Staleness.ifStale() == null ? body : body.stale(decided.position()))
                    .toList();
        });
    }
}
