package io.neomt.commons.config;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All keys that any service understands, by every spelling that Spring accepts for them. */
final class KnownKeys {

    private final Map<String, String> byPlainName = new TreeMap<>();
    private final List<String> plainGroups = new ArrayList<>();

    KnownKeys(Map<String, Class<? extends Record>> groups) {
        groups.forEach((prefix, group) -> {
            plainGroups.add(plain(prefix));
            for (RecordComponent component : group.getRecordComponents()) {
                String key = prefix + "." + kebab(component.getName());
                byPlainName.put(plain(key), key);
            }
        });
    }

    List<String> all() {
        return List.copyOf(byPlainName.values());
    }

    boolean contains(String name) {
        return byPlainName.containsKey(plain(name));
    }

    /** Whether a variable of the environment is meant as a setting; others may begin with NEO_ for reasons of their own. */
    boolean isInGroup(String name) {
        String plain = plain(name);
        return plainGroups.stream().anyMatch(plain::startsWith);
    }

    /** The key that is spelled most like the name. */
    Optional<String> nearest(String name) {
        String plain = plain(name);
        return byPlainName.entrySet().stream()
                .min(Comparator.comparingInt(entry -> distance(plain, entry.getKey())))
                .map(Map.Entry::getValue);
    }

    static String toVariable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static String kebab(String component) {
        return component.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** Levenshtein's distance, one row at a time. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
