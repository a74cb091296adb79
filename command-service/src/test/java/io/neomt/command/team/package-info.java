/** Tests of teams by what happens. */
@NullMarked
package io.neomt.command.team;

import org.jspecify.annotations.NullMarked;
