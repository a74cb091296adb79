/** What is over and waits for being recorded as such. Pure. */
@NullMarked
package io.neomt.command.expiry;

import org.jspecify.annotations.NullMarked;
