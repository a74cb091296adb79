@NullMarked
package io.neomt.migration.plan.fleet;

import org.jspecify.annotations.NullMarked;
