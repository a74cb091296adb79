/** Tests of access grants. */
@NullMarked
package io.neomt.command.access;

import org.jspecify.annotations.NullMarked;
