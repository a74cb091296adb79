package io.neomt.testkit.breaches.beta;

import io.neomt.testkit.breaches.store.Store;
import java.nio.file.Path;

/** Pure by default, and yet knows files and a store. */
public record Beta(Path file, Store store) {}
