@NullMarked
package io.neomt.condition;

import org.jspecify.annotations.NullMarked;
