@NullMarked
package io.neomt.migration.sql;

import org.jspecify.annotations.NullMarked;
