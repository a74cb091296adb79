/** What the relay of events is about, apart from where events come from and where they go. Pure. */
@NullMarked
package io.neomt.command.relay;

import org.jspecify.annotations.NullMarked;
