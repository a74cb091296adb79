package io.neomt.condition;

import dev.cel.runtime.CelVariableResolver;
import io.neomt.permission.Circumstances;
import java.util.List;
import java.util.Optional;

/** What an expression sees of the circumstances. */
record Variables(Circumstances known) implements CelVariableResolver {

    static final List<String> NAMES = List.of("subject", "resource", "action", "context");

    @Override
    public Optional<Object> find(String name) {
        return switch (name) {
            case "subject" -> Optional.of(new Attributes(known.subject()));
            case "resource" -> Optional.of(new Attributes(known.resource()));
            case "action" -> Optional.of(new Attributes(known.action()));
            case "context" -> Optional.of(new Attributes(known.context()));
            default -> Optional.empty();
        };
    }
}
