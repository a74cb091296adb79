package io.neomt.projection.world;

import io.neomt.permission.Effect;
import io.neomt.permission.Instance;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.Terms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Chooses by chance, but the same for the same seed. */
final class Chance {

    private static final List<String> PATTERNS =
            List.of("users.read.own", "users.*.team", "docs.write.tenant", "*.read.*", "admin.billing.tenant");
    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00.001Z");
    private static final Instant UNTIL = Instant.parse("2027-01-01T12:00:00.999Z");
    private static final List<Terms> TERMS = List.of(
            Terms.of(FROM, null, null),
            Terms.of(null, UNTIL, null),
            Terms.of(null, null, "resource.properties.status == \"open, 'now'\""),
            Terms.of(FROM, UNTIL, "context.ip in [1, 2]"));
    private static final List<Instance> INSTANCES =
            List.of(new Instance("doc", "1"), new Instance("doc", "a/b:c, {d} ä"), new Instance("room", "1"));

    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }

    <T> Optional<T> one(List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(sure(all));
    }

    <T> T sure(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    <T> Optional<T> taken(List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.remove(random.nextInt(all.size())));
    }

    Terms terms() {
        return oneIn(2) ? Terms.NONE : sure(TERMS);
    }

    Instance instance() {
        return sure(INSTANCES);
    }

    Permission permission() {
        return new Permission(
                PermissionPattern.parse(sure(PATTERNS)),
                oneIn(3) ? Effect.DENY : Effect.ALLOW,
                oneIn(4) ? instance() : null,
                terms());
    }
}
