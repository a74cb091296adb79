package io.neomt.projection.rebuild;

/**
 * The right to work at a rebuild, until it is taken over.
 *
 * @param source of what the new view is made
 * @param verify whether the new view is compared with the running one
 * @param flip whether it takes the running one's place
 * @param back whether what was replaced is to be gone back to
 */
public record Claim(
        long id, String view, String source, int generation, boolean verify, boolean flip, boolean back, long epoch) {}
