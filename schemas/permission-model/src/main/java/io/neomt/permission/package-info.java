/** What a permission means: codes, patterns, scopes and the decision over them. Pure, shared by every path. */
@NullMarked
package io.neomt.permission;

import org.jspecify.annotations.NullMarked;
