@NullMarked
package io.neomt.commons.consistency;

import org.jspecify.annotations.NullMarked;
