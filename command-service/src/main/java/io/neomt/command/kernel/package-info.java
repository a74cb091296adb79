/** What every command shares: its envelope, who sent it, what it needs, how it is answered. Pure. */
@NullMarked
package io.neomt.command.kernel;

import org.jspecify.annotations.NullMarked;
