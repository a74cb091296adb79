/** Teams: their place among each other, their members, what their members hold through them. Pure. */
@NullMarked
package io.neomt.command.team;

import org.jspecify.annotations.NullMarked;
