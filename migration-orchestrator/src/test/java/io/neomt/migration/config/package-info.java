/** Tests of the service as a whole. */
@NullMarked
package io.neomt.migration.config;

import org.jspecify.annotations.NullMarked;
