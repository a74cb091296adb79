/** Wires the query API. */
@NullMarked
package io.neomt.query.config;

import org.jspecify.annotations.NullMarked;
