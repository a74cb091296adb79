package io.neomt.projection.rebuild;

/**
 * The right to work at a rebuild, until it is taken over.
 *
 * @param verify whether the new view is compared with the running one
 * @param flip whether it takes the running one's place
 * @param back whether what was replaced is to be gone back to
 */
public record Claim(long id, String view, int generation, boolean verify, boolean flip, boolean back, long epoch) {}
