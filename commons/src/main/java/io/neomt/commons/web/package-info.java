/** The conventions of every HTTP interface: bodies, error codes, request ids, pages and entity tags. */
@NullMarked
package io.neomt.commons.web;

import org.jspecify.annotations.NullMarked;
