/** Holds sets to what roles and their inheritance give. */
@NullMarked
package io.neomt.projection.permissionsets;

import org.jspecify.annotations.NullMarked;
