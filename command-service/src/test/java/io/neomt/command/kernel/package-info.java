/** Tests of the package of the same name. */
@NullMarked
package io.neomt.command.kernel;

import org.jspecify.annotations.NullMarked;
