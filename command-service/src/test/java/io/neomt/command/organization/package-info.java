/** Tests of the package of the same name. */
@NullMarked
package io.neomt.command.organization;

import org.jspecify.annotations.NullMarked;
