package io.neomt.deploy.cli.demo;

import io.neomt.deploy.cli.client.Answer;

/** What the demo holds the platform to. */
final class Expect {

    private Expect() {}

    static void that(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }

    static Answer refusal(Answer answer, int status, String code) {
        that(
                answer.status() == status && answer.errorCode().equals(code),
                "expected " + status + " " + code + " but got " + answer.status() + " " + answer.body());
        return answer;
    }
}
