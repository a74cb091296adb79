/** Users: their life and the names by which they are known. Pure. */
@NullMarked
package io.neomt.command.user;

import org.jspecify.annotations.NullMarked;
