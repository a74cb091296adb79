package io.neomt.testkit.breaches.core;

import io.neomt.testkit.breaches.alpha.Alpha;

/** A kernel that knows a feature. */
public record Core(Alpha alpha) {}
