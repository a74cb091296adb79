@NullMarked
package io.neomt.migration.store.direct;

import org.jspecify.annotations.NullMarked;
