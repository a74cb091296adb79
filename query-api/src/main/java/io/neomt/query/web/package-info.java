/** The endpoints, and who may use them. */
@NullMarked
package io.neomt.query.web;

import org.jspecify.annotations.NullMarked;
