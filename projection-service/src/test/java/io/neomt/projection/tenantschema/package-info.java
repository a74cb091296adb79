/** Holds rows to what events say, however they are cut into batches. */
@NullMarked
package io.neomt.projection.tenantschema;

import org.jspecify.annotations.NullMarked;
