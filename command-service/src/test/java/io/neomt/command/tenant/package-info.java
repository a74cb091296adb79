/** Tests of the package of the same name. */
@NullMarked
package io.neomt.command.tenant;

import org.jspecify.annotations.NullMarked;
