/** Runs of migrations and the state of the fleet over HTTP, for users of the platform. */
@NullMarked
package io.neomt.migration.web;

import org.jspecify.annotations.NullMarked;
