/** Records what is over as soon as it is, in one of all processes. */
@NullMarked
package io.neomt.command.sweep;

import org.jspecify.annotations.NullMarked;
