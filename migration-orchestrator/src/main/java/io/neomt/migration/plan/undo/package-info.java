/** How migrations are taken back; pure. */
@NullMarked
package io.neomt.migration.plan.undo;

import org.jspecify.annotations.NullMarked;
