package io.neomt.testkit;

import com.tngtech.archunit.core.domain.JavaClass;

/** Questions about where a class lives. */
final class Packages {

    private Packages() {}

    static boolean within(JavaClass type, String packageName) {
        String actual = type.getBaseComponentType().getPackageName();
        return actual.equals(packageName) || actual.startsWith(packageName + ".");
    }

    /** The first segment below the base package, empty for the base package itself. */
    static String segment(JavaClass type, String base) {
        String actual = type.getBaseComponentType().getPackageName();
        if (!actual.startsWith(base + ".")) {
            return "";
        }
        String rest = actual.substring(base.length() + 1);
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }
}
