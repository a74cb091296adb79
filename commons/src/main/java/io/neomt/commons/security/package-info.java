/** Who calls, proven by a bearer token of a known realm, and which tenant that caller may act in. */
@NullMarked
package io.neomt.commons.security;

import org.jspecify.annotations.NullMarked;
