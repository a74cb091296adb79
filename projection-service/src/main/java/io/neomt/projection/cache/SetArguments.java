package io.neomt.projection.cache;

import io.neomt.projection.permissionsets.PermissionSets;
import io.neomt.view.cache.SetNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lays out sets for a script: of each its name, the number of its fields and values, then those. */
final class SetArguments {

    private final List<String> names = new ArrayList<>();
    private final List<List<String>> sets = new ArrayList<>();

    SetArguments(PermissionSets all) {
        all.users().forEach((id, set) -> add(SetNames.user(id), set.toFields()));
        all.roles().forEach((id, set) -> add(SetNames.role(id), set.toFields()));
        all.teams().forEach((id, set) -> add(SetNames.team(id), set.toFields()));
        all.resources().forEach((id, set) -> add(SetNames.resource(id), set.toFields()));
    }

    private void add(String name, Map<String, String> fields) {
        List<String> set = new ArrayList<>(2 + 2 * fields.size());
        set.add(name);
        set.add(Integer.toString(fields.size() * 2));
        fields.forEach((field, value) -> {
            set.add(field);
            set.add(value);
        });
        names.add(name);
        sets.add(set);
    }

    /** Of each set that is written. */
    List<String> names() {
        return names;
    }

    /** @param first the arguments before those of the sets */
    List<String> after(List<String> first) {
        return after(first, sets);
    }

    /** The same for a script each that is short enough to hold up nobody. */
    List<List<String>> after(List<String> first, int most) {
        List<List<String>> pieces = new ArrayList<>();
        for (int from = 0; from < sets.size(); from += most) {
            pieces.add(after(first, sets.subList(from, Math.min(sets.size(), from + most))));
        }
        return pieces;
    }

    private static List<String> after(List<String> first, List<List<String>> some) {
        List<String> all = new ArrayList<>(first);
        some.forEach(all::addAll);
        return all;
    }
}
