/** Tests of the package of the same name. */
@NullMarked
package io.neomt.command.stream;

import org.jspecify.annotations.NullMarked;
