/** Starts a service with exactly the parts it needs and reads its typed, checked settings. */
@NullMarked
package io.neomt.commons.config;

import org.jspecify.annotations.NullMarked;
