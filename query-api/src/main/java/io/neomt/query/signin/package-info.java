/** Signing people in, which the identity provider does. */
@NullMarked
package io.neomt.query.signin;

import org.jspecify.annotations.NullMarked;
