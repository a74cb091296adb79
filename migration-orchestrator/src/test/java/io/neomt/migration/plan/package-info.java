/** Tests of the plan. */
@NullMarked
package io.neomt.migration.plan;

import org.jspecify.annotations.NullMarked;
