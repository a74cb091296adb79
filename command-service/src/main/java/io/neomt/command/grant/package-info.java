/** What a user holds: roles assigned to it, direct grants and denials. Pure. */
@NullMarked
package io.neomt.command.grant;

import org.jspecify.annotations.NullMarked;
