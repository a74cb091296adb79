/** Tests lists and what becomes of entitlements. */
@NullMarked
package io.neomt.query.lookup;

import org.jspecify.annotations.NullMarked;
