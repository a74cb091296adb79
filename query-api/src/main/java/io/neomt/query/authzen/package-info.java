/** The OpenID AuthZEN Authorization API 1.0: what its bodies say, and how the platform's answers are told in its terms. */
@NullMarked
package io.neomt.query.authzen;

import org.jspecify.annotations.NullMarked;
