/** Which statements of a migration lock or rewrite tables, or break the version before, and the safe form of each; pure. */
@NullMarked
package io.neomt.migration.plan.lint;

import org.jspecify.annotations.NullMarked;
