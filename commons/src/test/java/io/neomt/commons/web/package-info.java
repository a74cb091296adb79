@NullMarked
package io.neomt.commons.web;

import org.jspecify.annotations.NullMarked;
