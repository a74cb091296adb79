package io.neomt.testkit;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;

/**
 * What pure code may touch. The list says what is allowed, so that a library nobody thought of is refused, too; time,
 * randomness and the process's surroundings are refused although they live in allowed packages.
 */
final class Purity {

    private static final List<String> PACKAGES = List.of(
            "java.lang",
            "java.util",
            "java.time",
            "java.math",
            "java.text",
            "java.nio.charset",
            "java.security",
            "javax.crypto",
            "org.jspecify",
            "com.google.errorprone.annotations",
            "io.neomt.event",
            "io.neomt.permission",
            "io.neomt.view.cache",
            "io.neomt.commons.consistency");

    /** The parts of packages full of I/O that do none. */
    private static final Set<String> ALSO = Set.of(
            "io.neomt.view.DatabaseRole",
            "io.neomt.view.SchemaName",
            "io.neomt.view.Region",
            "java.io.Serializable",
            "java.io.ObjectStreamException",
            "java.io.StringReader",
            "java.io.StringWriter",
            "java.io.ByteArrayInputStream",
            "java.io.ByteArrayOutputStream",
            "java.io.IOException",
            "java.io.UncheckedIOException",
            "java.net.URLDecoder",
            "java.net.URLEncoder",
            "java.nio.ByteBuffer",
            "java.nio.ByteOrder");

    private static final Set<String> REFUSED_TYPES = Set.of(
            "java.time.Clock",
            "java.time.InstantSource",
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.Timer",
            "java.util.Scanner",
            "java.util.ServiceLoader",
            "java.util.concurrent.ThreadLocalRandom",
            "java.security.SecureRandom",
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.Runtime");

    private static final List<String> REFUSED_PACKAGES = List.of(
            "java.util.random",
            "java.util.logging",
            "java.util.prefs",
            "io.neomt.event.registry",
            "io.neomt.event.avro");

    private static final Set<String> REFUSED_CALLS = Set.of(
            "java.util.UUID.randomUUID",
            "java.lang.Math.random",
            "java.lang.StrictMath.random",
            "java.lang.Thread.sleep",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.lang.System.out",
            "java.lang.System.err",
            "java.lang.System.exit",
            "java.util.Collections.shuffle");

    private Purity() {}

    static boolean allows(JavaClass type) {
        JavaClass component = type.getBaseComponentType();
        return component.isPrimitive()
                || ALSO.contains(component.getName())
                || (PACKAGES.stream().anyMatch(name -> Packages.within(component, name))
                        && REFUSED_PACKAGES.stream().noneMatch(name -> Packages.within(component, name))
                        && !REFUSED_TYPES.contains(component.getName()));
    }

    static boolean refuses(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        boolean readsTheClock = target.getName().equals("now") && Packages.within(target.getOwner(), "java.time");
        return readsTheClock || REFUSED_CALLS.contains(target.getOwner().getName() + "." + target.getName());
    }
}
