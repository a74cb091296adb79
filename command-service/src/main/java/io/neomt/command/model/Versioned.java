package io.neomt.command.model;

import io.neomt.command.catalogue.CatalogueCommand;
import io.neomt.command.catalogue.CatalogueState.Definition;
import io.neomt.command.kernel.Command;
import io.neomt.command.kernel.Subject;

/**
 * An aggregate at one version.
 *
 * @param version position of the last event about the subject, 0 without any
 */
public record Versioned(long version, Aggregate aggregate) {

    /** The version that a command finds: where the subject holds many things, that of the one it is about. */
    long versionFor(Command command) {
        if (command instanceof CatalogueCommand about && aggregate instanceof Aggregate.OfCatalogue(var state)) {
            Definition known = state.codes().get(about.code());
            return known == null || known.version() == 0 ? version : known.version();
        }
        return version;
    }

    public static Versioned absent(Subject.Kind kind) {
        return new Versioned(0, Aggregate.absent(kind));
    }
}
