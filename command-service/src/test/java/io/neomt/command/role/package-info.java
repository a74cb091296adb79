/** Tests of the package of the same name. */
@NullMarked
package io.neomt.command.role;

import org.jspecify.annotations.NullMarked;
