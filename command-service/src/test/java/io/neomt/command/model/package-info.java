/** Tests of the package of the same name. */
@NullMarked
package io.neomt.command.model;

import org.jspecify.annotations.NullMarked;
