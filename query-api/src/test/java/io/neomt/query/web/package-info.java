/** Tests what is made of requests. */
@NullMarked
package io.neomt.query.web;

import org.jspecify.annotations.NullMarked;
