/** Tests of the service as a whole. */
@NullMarked
package io.neomt.provisioning.config;

import org.jspecify.annotations.NullMarked;
