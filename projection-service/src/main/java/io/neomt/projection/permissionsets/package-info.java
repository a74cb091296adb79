/** Permission sets: whom an event affects, and what a user's and a role's set holds. */
@NullMarked
package io.neomt.projection.permissionsets;

import org.jspecify.annotations.NullMarked;
