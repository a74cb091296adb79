/** Tests of the package of the same name. */
@NullMarked
package io.neomt.command.user;

import org.jspecify.annotations.NullMarked;
