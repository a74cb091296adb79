/** The read models of organizations, tenants, users and roles, and the lists made of them. */
@NullMarked
package io.neomt.query.lookup;

import org.jspecify.annotations.NullMarked;
