package io.neomt.event.codec;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/**
 * The rule by which schemas may change: each version reads what any other wrote. Events are kept for ever, and consumers move
 * to new schemas whenever they like.
 */
public final class FullTransitive {

    private FullTransitive() {}

    /** Why these versions of one record do not fit each other; empty when they do. */
    public static List<String> problems(List<Schema> versions) {
        List<String> problems = new ArrayList<>();
        for (int reader = 0; reader < versions.size(); reader++) {
            for (int writer = 0; writer < versions.size(); writer++) {
                if (reader != writer) {
                    problems.addAll(problems(versions, reader, writer));
                }
            }
        }
        return List.copyOf(problems);
    }

    private static List<String> problems(List<Schema> versions, int reader, int writer) {
        Schema readerSchema = versions.get(reader);
        return SchemaCompatibility.checkReaderWriterCompatibility(readerSchema, versions.get(writer))
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(found -> "%s: version %d cannot read version %d: %s"
                        .formatted(readerSchema.getFullName(), reader + 1, writer + 1, describe(found)))
                .toList();
    }

    private static String describe(Incompatibility found) {
        return found.getType() + " at " + found.getLocation() + " (" + found.getMessage() + ")";
    }
}
