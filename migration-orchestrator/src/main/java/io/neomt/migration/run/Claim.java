package io.neomt.migration.run;

import io.neomt.migration.plan.fleet.RunSpec;
import java.util.UUID;

/**
 * A run that this process works at, until its lease ends.
 *
 * @param epoch higher than that of any claim before
 */
public record Claim(UUID run, RunSpec spec, long epoch) {}
