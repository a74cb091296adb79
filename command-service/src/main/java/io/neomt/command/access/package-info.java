/** What users of other tenants may do in a tenant. Pure. */
@NullMarked
package io.neomt.command.access;

import org.jspecify.annotations.NullMarked;
