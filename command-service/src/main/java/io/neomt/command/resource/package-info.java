/** Resources that permissions are about. Pure. */
@NullMarked
package io.neomt.command.resource;

import org.jspecify.annotations.NullMarked;
