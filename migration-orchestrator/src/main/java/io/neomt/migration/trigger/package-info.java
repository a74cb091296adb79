/** What begins runs that nobody asks for by hand: time, and what happens to tenants, regions and connections. */
@NullMarked
package io.neomt.migration.trigger;

import org.jspecify.annotations.NullMarked;
