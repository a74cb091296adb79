@NullMarked
package io.neomt.migration.store.script;

import org.jspecify.annotations.NullMarked;
