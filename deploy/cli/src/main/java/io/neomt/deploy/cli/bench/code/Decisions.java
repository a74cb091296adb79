package io.neomt.deploy.cli.bench.code;

import io.neomt.permission.Cell;
import io.neomt.permission.Circumstances;
import io.neomt.permission.CompiledSet;
import io.neomt.permission.CompiledTeam;
import io.neomt.permission.CompiledUser;
import io.neomt.permission.Decision;
import io.neomt.permission.Effect;
import io.neomt.permission.Entitlement;
import io.neomt.permission.Limits;
import io.neomt.permission.Link;
import io.neomt.permission.PermissionCode;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.Source;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Of a user with two roles, a team that has one, a permission and a denial of their own. */
@State(Scope.Benchmark)
public class Decisions {

    private static final int OF_A_ROLE = 9;

    private final Circumstances now = Circumstances.at(Instant.parse("2026-01-01T00:00:00Z"));
    private final List<Entitlement> role = role("posts");
    private final PermissionCode held = PermissionCode.parse("posts.do4.tenant");
    private final PermissionCode byTeam = PermissionCode.parse("files.do4.tenant");
    private final PermissionCode denied = PermissionCode.parse("orders.delete.tenant");
    private final PermissionCode unknown = PermissionCode.parse("nothing.read.own");
    private final CompiledUser user = user();

    /** By a role. */
    @Benchmark
    public @Nullable Decision allowed() {
        return user.check(held, 1, now);
    }

    /** By a role of a team. */
    @Benchmark
    public @Nullable Decision allowedByTeam() {
        return user.check(byTeam, 1, now);
    }

    @Benchmark
    public @Nullable Decision denied() {
        return user.check(denied, 1, now);
    }

    /** Nothing of all that the user has. */
    @Benchmark
    public @Nullable Decision notGranted() {
        return user.check(unknown, 1, now);
    }

    /** A role made ready for decisions. */
    @Benchmark
    public CompiledSet compiled() {
        return CompiledSet.of(role);
    }

    private CompiledUser user() {
        CompiledSet own = CompiledSet.of(List.of(
                entitlement("orders.read.tenant", Effect.ALLOW), entitlement("orders.delete.tenant", Effect.DENY)));
        CompiledTeam team = new CompiledTeam(
                List.of(new UUID(0, 1)),
                CompiledSet.EMPTY,
                List.of(new CompiledTeam.Role(link(CompiledSet.of(role("files"))), List.of("team"))));
        return new CompiledUser(
                new UUID(0, 2),
                own,
                List.of(link(CompiledSet.of(role("reports"))), link(CompiledSet.of(role))),
                List.of(new CompiledUser.Membership(new UUID(0, 1), link(team))));
    }

    private static <T> Link<T> link(T to) {
        return new Link<>(Limits.NONE, new Cell<>(0, to));
    }

    private static List<Entitlement> role(String resource) {
        return IntStream.range(0, OF_A_ROLE)
                .mapToObj(i -> entitlement(resource + ".do" + i + ".tenant", Effect.ALLOW))
                .toList();
    }

    private static Entitlement entitlement(String pattern, Effect effect) {
        return new Entitlement(PermissionPattern.parse(pattern), effect, new Source.Role(List.of("role")));
    }
}
