package io.neomt.deploy.cli.access;

import tools.jackson.databind.JsonNode;

/** An answer to a check in a few words. */
final class Verdict {

    private Verdict() {}

    /** Such as {@code denied (condition_undecidable: context.mfa == true)}. */
    static String of(JsonNode answer) {
        String word = answer.path("allowed").asBoolean() ? "allowed" : "denied";
        String reason = answer.path("reason").asString("");
        String condition = answer.path("condition").asString("");
        return word + " (" + (condition.isEmpty() ? reason : reason + ": " + condition) + ")";
    }
}
