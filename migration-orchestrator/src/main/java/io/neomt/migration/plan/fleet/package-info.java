/** The schemas of the whole fleet, in which order they are migrated, and when a run has to stop; pure. */
@NullMarked
package io.neomt.migration.plan.fleet;

import org.jspecify.annotations.NullMarked;
