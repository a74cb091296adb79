package io.neomt.migration.plan.drift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One part that is not as it should be.
 *
 * @param expected null for one that should not be there
 * @param found null for one that is missing
 */
public record Difference(
        String kind,
        String object,
        String difference,
        @Nullable String expected,
        @Nullable String found) {

    private enum How {
        MISSING,
        UNEXPECTED,
        CHANGED;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** In the order of kinds and names. */
    public static List<Difference> between(List<Part> expected, List<Part> found) {
        Map<Part.Key, Part> there = byKey(found);
        List<Difference> differences = new ArrayList<>();
        byKey(expected).forEach((key, part) -> {
            Part now = there.remove(key);
            if (now == null) {
                differences.add(of(part, How.MISSING, part.definition(), null));
            } else if (!now.definition().equals(part.definition())) {
                differences.add(of(part, How.CHANGED, part.definition(), now.definition()));
            }
        });
        there.values().forEach(part -> differences.add(of(part, How.UNEXPECTED, null, part.definition())));
        differences.sort(Comparator.comparing(Difference::kind).thenComparing(Difference::object));
        return List.copyOf(differences);
    }

    /** Something that there is one of in a schema. */
    public static Difference of(String kind, String object, @Nullable String expected, @Nullable String found) {
        How how = expected == null ? How.UNEXPECTED : found == null ? How.MISSING : How.CHANGED;
        return of(new Part(kind, object, ""), how, expected, found);
    }

    private static Difference of(Part part, How how, @Nullable String expected, @Nullable String found) {
        return new Difference(part.kind(), part.name(), how.text(), expected, found);
    }

    private static Map<Part.Key, Part> byKey(List<Part> parts) {
        Map<Part.Key, Part> byKey = new LinkedHashMap<>();
        parts.forEach(part -> byKey.put(part.key(), part));
        return byKey;
    }
}
