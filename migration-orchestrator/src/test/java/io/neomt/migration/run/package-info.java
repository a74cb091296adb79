/** Tests of the run at start. */
@NullMarked
package io.neomt.migration.run;

import org.jspecify.annotations.NullMarked;
