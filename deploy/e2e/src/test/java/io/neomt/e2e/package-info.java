/** The whole platform through its public interfaces, and what it keeps held against a fold of its log. */
@NullMarked
package io.neomt.e2e;

import org.jspecify.annotations.NullMarked;
