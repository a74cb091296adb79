/** Tells platform users how far a tenant's provisioning has come. */
@NullMarked
package io.neomt.provisioning.web;

import org.jspecify.annotations.NullMarked;
