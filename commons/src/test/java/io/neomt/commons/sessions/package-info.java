@NullMarked
package io.neomt.commons.sessions;

import org.jspecify.annotations.NullMarked;
