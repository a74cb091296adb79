/** The identity provider, by OpenID Connect. */
@NullMarked
package io.neomt.query.issuer;

import org.jspecify.annotations.NullMarked;
