package io.neomt.query.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.neomt.permission.Decision;
import io.neomt.permission.Effect;
import io.neomt.permission.Entitlement;
import io.neomt.permission.ResourceRef;
import io.neomt.query.At;
import io.neomt.query.explain.Considered;
import io.neomt.query.explain.Explanation;
import io.neomt.query.explain.Holder;
import io.neomt.query.web.GivenBody.InstanceBody;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a check is answered as it is.
 *
 * @param sentence in plain English
 * @param permission the code that was decided, in the narrowest scope that the resource lies in
 * @param resource with owner and team as they counted
 * @param decidedBy the grant or denial that decided; missing when none did
 * @param tree the user, with everything that was considered under whoever holds it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExplanationBody(
        boolean allowed,
        String reason,
        @Nullable String condition,
        String sentence,
        String permission,
        @Nullable AboutBody resource,
        @Nullable EntitlementBody decidedBy,
        HolderBody tree,
        CheckAnswer.ConsistencyBody consistency) {

    /** What was asked about. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AboutBody(
            String type,
            String id,
            @Nullable UUID ownerId,
            @Nullable UUID teamId) {
        static @Nullable AboutBody of(@Nullable ResourceRef resource) {
            return resource == null
                    ? null
                    : new AboutBody(
                            resource.instance().type(), resource.instance().id(), resource.owner(), resource.team());
        }
    }

    /**
     * A user, role or team.
     *
     * @param kind user, role, team, access or platform
     * @param others how many further grants and denials it holds, of other actions
     * @param below whom or what it has further ones from
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HolderBody(
            String kind,
            @Nullable String name,
            List<ConsideredBody> grants,
            List<ConsideredBody> denials,
            int others,
            List<HolderBody> below) {
        static HolderBody of(Holder holder) {
            return new HolderBody(
                    holder.kind().name().toLowerCase(Locale.ROOT),
                    holder.name().isEmpty() ? null : holder.name(),
                    considered(holder, Effect.ALLOW),
                    considered(holder, Effect.DENY),
                    holder.others(),
                    holder.below().stream().map(HolderBody::of).toList());
        }

        private static List<ConsideredBody> considered(Holder holder, Effect effect) {
            return holder.considered().stream()
                    .filter(each -> each.entitlement().effect() == effect)
                    .map(ConsideredBody::of)
                    .toList();
        }
    }

    /**
     * A grant or denial of the action that was asked about, with all that limits it on the way.
     *
     * @param outcome what became of it: applies, other_resource, scope_too_narrow, not_yet_valid, expired,
     *     condition_false or condition_undecidable
     * @param decided whether the decision follows from it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConsideredBody(
            String permission,
            @Nullable InstanceBody resource,
            @Nullable Instant validFrom,
            @Nullable Instant expiresAt,
            @Nullable List<String> conditions,
            String outcome,
            boolean decided) {
        static ConsideredBody of(Considered considered) {
            EntitlementBody body = EntitlementBody.of(considered.entitlement());
            return new ConsideredBody(
                    body.permission(),
                    body.resource(),
                    body.validFrom(),
                    body.expiresAt(),
                    body.conditions(),
                    considered.outcome().name().toLowerCase(Locale.ROOT),
                    considered.decided());
        }
    }

    static ExplanationBody of(At<Explanation> explained) {
        Explanation explanation = explained.value();
        Decision decision = explanation.inquiry().decision();
        Entitlement decisive = Explanation.decisive(decision);
        return new ExplanationBody(
                decision.allowed(),
                decision.reason(),
                decision.undecidable(),
                explanation.sentence(),
                explanation.inquiry().code().toString(),
                AboutBody.of(explanation.inquiry().resource()),
                decisive == null ? null : EntitlementBody.of(decisive),
                HolderBody.of(explanation.tree()),
                CheckAnswer.ConsistencyBody.of(explained.position()));
    }
}
