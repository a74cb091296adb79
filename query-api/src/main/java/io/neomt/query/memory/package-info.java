/** What this process remembers of tenants, and how it learns that it no longer holds. */
@NullMarked
package io.neomt.query.memory;

import org.jspecify.annotations.NullMarked;
