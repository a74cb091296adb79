@NullMarked
package io.neomt.commons.config;

import org.jspecify.annotations.NullMarked;
