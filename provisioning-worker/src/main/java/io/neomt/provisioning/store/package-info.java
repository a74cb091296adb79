/** Reads the directory of tenants and connections; creates, migrates and looks into tenants' schemas. */
@NullMarked
package io.neomt.provisioning.store;

import org.jspecify.annotations.NullMarked;
