/** A platform of real processes is broken on purpose while it works, and everything is held against its log afterwards. */
@NullMarked
package io.neomt.e2e.faults;

import org.jspecify.annotations.NullMarked;
