/** Describes a service's interface from its controllers and the types that they take and return. */
@NullMarked
package io.neomt.commons.docs;

import org.jspecify.annotations.NullMarked;
