/** Tests of recording what is over. */
@NullMarked
package io.neomt.command.sweep;

import org.jspecify.annotations.NullMarked;
