package io.neomt.query.worlds;

import io.neomt.condition.CelConditions;
import io.neomt.permission.Circumstances;
import io.neomt.permission.Condition;
import io.neomt.permission.Entitlement;
import io.neomt.permission.Limits;
import io.neomt.permission.PermissionCode;
import io.neomt.permission.PermissionSet;
import io.neomt.permission.Terms;
import io.neomt.permission.Window;
import io.neomt.query.lookup.Holding;
import io.neomt.query.lookup.Holding.Effectiveness;
import io.neomt.testkit.permissions.Check;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What the list of a user's permissions says to whoever reads it. */
public record HeldList(List<Holding> holdings) {

    public static final CelConditions LANGUAGE = new CelConditions();

    /** All that random worlds ask for. */
    public static final List<String> CODES = Stream.of("docs", "users", "admin")
            .flatMap(resource -> Stream.of("read", "write", "delete").map(action -> resource + "." + action + "."))
            .flatMap(names -> Stream.of("own", "team", "tenant").map(names::concat))
            .toList();

    /** Whether it allows what the check asks for, by those that count. */
    public boolean allows(Check check) {
        List<Entitlement> counting = holdings.stream()
                .filter(each -> each.effectiveness() != Effectiveness.OUTSIDE_WINDOW)
                .filter(each -> each.effectiveness() != Effectiveness.BLOCKED)
                .map(each -> compiled(each.entitlement()))
                .toList();
        Check.Attributes known = check.attributes();
        return new PermissionSet(counting)
                .check(
                        code(check),
                        new Circumstances.Known(
                                check.at(), known.subject(), known.resource(), known.action(), known.context()))
                .allowed();
    }

    /** Whether it says of a grant of that that this is what becomes of it. */
    boolean says(Effectiveness effectiveness, Check check) {
        return holdings.stream()
                .filter(each -> each.effectiveness() == effectiveness)
                .map(Holding::entitlement)
                .anyMatch(each -> switch (each.effect()) {
                    case ALLOW ->
                        each.limits().instance() == null && each.pattern().covers(code(check));
                    case DENY -> false;
                });
    }

    /** All that there is to say of entitlements, their conditions as texts. */
    static List<String> texts(List<Entitlement> entitlements) {
        return entitlements.stream()
                .map(each -> List.of(
                                each.pattern(),
                                each.effect(),
                                each.source(),
                                each.limits().window(),
                                String.valueOf(each.limits().instance()),
                                each.limits().conditions().stream()
                                        .map(Condition::text)
                                        .toList())
                        .toString())
                .sorted()
                .toList();
    }

    private static PermissionCode code(Check check) {
        return PermissionCode.parse(Objects.requireNonNull(check.permission()));
    }

    private static Entitlement compiled(Entitlement listed) {
        Limits limits = listed.limits();
        List<Terms> terms = Stream.concat(
                        Stream.of(new Terms(limits.window(), null)),
                        limits.conditions().stream().map(each -> new Terms(Window.ALWAYS, each.text())))
                .toList();
        return new Entitlement(
                listed.pattern(), listed.effect(), listed.source(), Limits.of(terms, limits.instance(), LANGUAGE));
    }
}
