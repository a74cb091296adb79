/** Takes the steps of each tenant, one tenant at a time per tenant, and tries again until they are done. */
@NullMarked
package io.neomt.provisioning.run;

import org.jspecify.annotations.NullMarked;
