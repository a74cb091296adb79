/** Brings the admin database to the shipped version, waiting a bounded time for it to come up; pure but for its ports. */
@NullMarked
package io.neomt.migration.run;

import org.jspecify.annotations.NullMarked;
