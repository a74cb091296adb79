package io.neomt.query.authzen;

/**
 * Where to find what, as the standard's metadata document says it.
 *
 * @param policyDecisionPoint what the other addresses lie below, and what a caller compares with the address it knows
 */
public record PdpMetadata(
        String policyDecisionPoint,
        String accessEvaluationEndpoint,
        String accessEvaluationsEndpoint,
        String searchSubjectEndpoint,
        String searchResourceEndpoint,
        String searchActionEndpoint) {

    /** @param base without a slash at its end */
    public static PdpMetadata below(String base) {
        String access = base + "/access/v1/";
        return new PdpMetadata(
                base,
                access + "evaluation",
                access + "evaluations",
                access + "search/subject",
                access + "search/resource",
                access + "search/action");
    }
}
