/** What operators ask of the projections over HTTP. */
@NullMarked
package io.neomt.projection.web;

import org.jspecify.annotations.NullMarked;
