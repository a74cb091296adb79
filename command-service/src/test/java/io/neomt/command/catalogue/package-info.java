/** Tests of the catalogue. */
@NullMarked
package io.neomt.command.catalogue;

import org.jspecify.annotations.NullMarked;
