package io.neomt.projection.rebuild;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How every view is made anew, of whatever it can be made of. */
public final class Recipes {

    private final SequencedMap<String, Blueprint> usual = new LinkedHashMap<>();
    private final Map<String, SequencedMap<String, Recipe>> all = new LinkedHashMap<>();

    /** A view, and how it is made if nothing else is asked for. Each is made from those before it, if of any. */
    public Recipes view(String view, String source, Blueprint blueprint) {
        usual.put(view, blueprint);
        return also(view, source, Recipe.of(blueprint));
    }

    /** Another source of a view. */
    public Recipes also(String view, String source, Recipe recipe) {
        all.computeIfAbsent(view, _ -> new LinkedHashMap<>()).put(source, recipe);
        return this;
    }

    public Set<String> views() {
        return Set.copyOf(all.keySet());
    }

    /** Of what each view can be made; the usual one first. */
    public SequencedMap<String, List<String>> sources() {
        SequencedMap<String, List<String>> sources = new LinkedHashMap<>();
        all.forEach((view, recipes) -> sources.put(view, List.copyOf(recipes.keySet())));
        return Collections.unmodifiableSequencedMap(sources);
    }

    Recipe of(String view, String source) {
        @Nullable Recipe found = all.getOrDefault(view, new LinkedHashMap<>()).get(source);
        if (found == null) {
            throw new IllegalStateException("nobody knows how to rebuild " + view + " from " + source);
        }
        return found;
    }

    Blueprint usual(String view) {
        @Nullable Blueprint found = usual.get(view);
        if (found == null) {
            throw new IllegalStateException("nobody knows how to rebuild " + view);
        }
        return found;
    }

    /** Those of all views, in the order in which they were given. */
    SequencedMap<String, Blueprint> usual() {
        return Collections.unmodifiableSequencedMap(usual);
    }

    /** Of what it is made if nothing else is asked for. */
    public String usualSource(String view) {
        return all.getOrDefault(view, new LinkedHashMap<>()).firstEntry().getKey();
    }
}
