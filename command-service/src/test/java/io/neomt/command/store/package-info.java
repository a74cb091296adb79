/** Tests of the package of the same name. */
@NullMarked
package io.neomt.command.store;

import org.jspecify.annotations.NullMarked;
