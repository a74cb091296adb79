@NullMarked
package io.neomt.commons;

import org.jspecify.annotations.NullMarked;
