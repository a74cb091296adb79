/** Asks the running query API over HTTP. */
@NullMarked
package io.neomt.query.http;

import org.jspecify.annotations.NullMarked;
