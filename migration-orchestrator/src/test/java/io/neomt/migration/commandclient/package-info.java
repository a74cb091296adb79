@NullMarked
package io.neomt.migration.commandclient;

import org.jspecify.annotations.NullMarked;
