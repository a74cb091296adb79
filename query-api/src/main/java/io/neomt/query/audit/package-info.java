/** What happened in a tenant, and who could do what at some time in the past. */
@NullMarked
package io.neomt.query.audit;

import org.jspecify.annotations.NullMarked;
