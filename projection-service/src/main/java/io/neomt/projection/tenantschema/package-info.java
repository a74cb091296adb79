/** The tenant schema's rows: one event becomes row changes, the changes of a batch become one change per row. */
@NullMarked
package io.neomt.projection.tenantschema;

import org.jspecify.annotations.NullMarked;
