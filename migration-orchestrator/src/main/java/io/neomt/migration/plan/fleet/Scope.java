package io.neomt.migration.plan.fleet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which schemas a run is about. */
public enum Scope {
    ALL(Set.of(Level.values())),
    ADMIN(Set.of(Level.ADMIN)),
    REGIONAL(Set.of(Level.REGIONAL)),
    TEMPLATE(Set.of(Level.TEMPLATE)),
    TENANTS(Set.of(Level.TENANT));

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<Level> levels;

    Scope(Set<Level> levels) {
        this.levels = levels;
    }

    public boolean covers(Level level) {
        return levels.contains(level);
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Scope> of(String text) {
        return Arrays.stream(values())
                .filter(scope -> scope.text().equals(text))
                .findFirst();
    }
}
