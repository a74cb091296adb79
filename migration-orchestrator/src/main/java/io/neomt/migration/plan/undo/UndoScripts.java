package io.neomt.migration.plan.undo;

import io.neomt.migration.plan.SchemaVersion;
import io.neomt.migration.plan.Script;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The scripts that take versions back.
 *
 * @param byVersion each by the version that it takes back
 */
public record UndoScripts(Map<SchemaVersion, Script> byVersion) {

    public UndoScripts {
        byVersion = Map.copyOf(byVersion);
    }

    /** Those that take back all above a version, newest first. */
    public List<Script> above(SchemaVersion to, Collection<SchemaVersion> applied) {
        return applied.stream()
                .filter(version -> version.compareTo(to) > 0)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(this::of)
                .toList();
    }

    private Script of(SchemaVersion version) {
        Script script = byVersion.get(version);
        if (script == null) {
            throw new UndoMissingException(fileFor(version));
        }
        return script;
    }

    /** The file that is missing to take these back; empty where none is. */
    public Optional<String> missing(Collection<SchemaVersion> versions) {
        return versions.stream()
                .filter(version -> !byVersion.containsKey(version))
                .max(Comparator.naturalOrder())
                .map(UndoScripts::fileFor);
    }

    private static String fileFor(SchemaVersion version) {
        return "U" + version + "__<description>.sql";
    }

    /** There is no way back. Nothing was touched. */
    public static final class UndoMissingException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String file;

        public UndoMissingException(String file) {
            super("there is no script " + file + " that would take the version back");
            this.file = file;
        }

        /** The one that would be needed. */
        public String file() {
            return file;
        }
    }
}
