/** Tries migrations where nothing of them stays, and looks at what they do meanwhile. */
@NullMarked
package io.neomt.migration.store.dryrun;

import org.jspecify.annotations.NullMarked;
