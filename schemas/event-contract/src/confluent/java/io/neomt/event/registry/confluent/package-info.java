/**
 * Confluent's own registry client behind our interface; compiled only with {@code -Pconfluent}. Its jars are not on Maven
 * Central: whoever builds with that profile configures Confluent's repository in {@code settings.xml}.
 */
@NullMarked
package io.neomt.event.registry.confluent;

import org.jspecify.annotations.NullMarked;
