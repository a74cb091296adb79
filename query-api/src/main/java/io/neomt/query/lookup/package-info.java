/** The read models of the platform and of what is in tenants, and the lists made of them. */
@NullMarked
package io.neomt.query.lookup;

import org.jspecify.annotations.NullMarked;
