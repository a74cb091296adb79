/** Tests what is believed of an identity provider. */
@NullMarked
package io.neomt.query.signin;

import org.jspecify.annotations.NullMarked;
