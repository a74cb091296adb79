@NullMarked
package io.neomt.commons.security;

import org.jspecify.annotations.NullMarked;
