/** How a schema differs from what its version should be; pure. */
@NullMarked
package io.neomt.migration.plan.drift;

import org.jspecify.annotations.NullMarked;
