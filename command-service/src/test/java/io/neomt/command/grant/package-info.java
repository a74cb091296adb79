/** Tests of the package of the same name. */
@NullMarked
package io.neomt.command.grant;

import org.jspecify.annotations.NullMarked;
