/** What a run would do; pure. */
@NullMarked
package io.neomt.migration.plan.dryrun;

import org.jspecify.annotations.NullMarked;
