/** Realms and organizations at Keycloak, by its administration interface. */
@NullMarked
package io.neomt.provisioning.keycloak;

import org.jspecify.annotations.NullMarked;
