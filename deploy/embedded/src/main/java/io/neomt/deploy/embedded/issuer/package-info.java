/** An issuer of real, signed tokens for machines without Keycloak; it speaks Keycloak's URL layout. */
@NullMarked
package io.neomt.deploy.embedded.issuer;

import org.jspecify.annotations.NullMarked;
