/** What a tenant needs less what it has: the steps that are left; pure. */
@NullMarked
package io.neomt.provisioning.plan;

import org.jspecify.annotations.NullMarked;
