package io.neomt.e2e.faults;

import java.util.List;

/**
 * How a platform came out of a fault.
 *
 * @param commands that were acknowledged
 * @param checks that were answered
 * @param repeated records on the topic that are copies, which may be
 * @param lost acknowledged commands that are not in the log or not on the topic
 * @param duplicated commands that were done twice, or done and refused
 * @param disordered records that are not where they belong on the topic
 * @param wrong answers
 * @param different tenants whose rows or sets are not what the log adds up to
 * @param stuck why the platform, or a client, did not go on
 */
record Verdict(
        long commands,
        long checks,
        long repeated,
        List<String> lost,
        List<String> duplicated,
        List<String> disordered,
        List<String> wrong,
        List<String> different,
        List<String> stuck) {

    List<String> findings() {
        return List.of(lost, duplicated, disordered, wrong, different, stuck).stream()
                .flatMap(List::stream)
                .toList();
    }
}
