/** Tests of what becomes of tenants when workers are killed. */
@NullMarked
package io.neomt.provisioning.crash;

import org.jspecify.annotations.NullMarked;
