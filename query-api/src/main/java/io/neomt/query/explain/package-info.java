/** Why a question was answered as it was: as a tree of all that was considered, and as a sentence. */
@NullMarked
package io.neomt.query.explain;

import org.jspecify.annotations.NullMarked;
