@NullMarked
package io.neomt.commons.observability;

import org.jspecify.annotations.NullMarked;
