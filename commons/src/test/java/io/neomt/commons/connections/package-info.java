@NullMarked
package io.neomt.commons.connections;

import org.jspecify.annotations.NullMarked;
