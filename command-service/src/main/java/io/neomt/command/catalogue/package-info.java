/** The permission codes that a tenant knows. Pure. */
@NullMarked
package io.neomt.command.catalogue;

import org.jspecify.annotations.NullMarked;
