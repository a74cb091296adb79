/** Tests of what begins runs. */
@NullMarked
package io.neomt.migration.trigger;

import org.jspecify.annotations.NullMarked;
