/** Tests of resources. */
@NullMarked
package io.neomt.command.resource;

import org.jspecify.annotations.NullMarked;
