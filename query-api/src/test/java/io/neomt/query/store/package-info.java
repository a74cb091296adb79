@NullMarked
package io.neomt.query.store;

import org.jspecify.annotations.NullMarked;
