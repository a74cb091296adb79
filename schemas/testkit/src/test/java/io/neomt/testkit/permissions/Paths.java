package io.neomt.testkit.permissions;

import io.neomt.permission.Decision;
import java.util.List;
import java.util.Optional;

/** The path that a decision gives as its explanation. */
final class Paths {

    private Paths() {}

    static Optional<List<String>> of(Decision decision) {
        return switch (decision) {
            case Decision.Allowed allowed -> Optional.of(allowed.by().source().path());
            case Decision.Denied denied -> Optional.of(denied.by().source().path());
            case Decision.NotGranted nothing -> Optional.empty();
            case Decision.Blocked blocked -> Optional.empty();
        };
    }
}
