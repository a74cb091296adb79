package io.neomt.testkit.permissions;

import io.neomt.testkit.permissions.Check.Attributes;
import io.neomt.testkit.permissions.Check.Target;
import io.neomt.testkit.permissions.PermissionCase.Expected;
import io.neomt.testkit.permissions.World.Feature;
import io.neomt.testkit.permissions.World.Holding;
import io.neomt.testkit.permissions.World.Limit;
import io.neomt.testkit.permissions.World.Link;
import io.neomt.testkit.permissions.World.Role;
import io.neomt.testkit.permissions.World.Team;
import io.neomt.testkit.permissions.World.User;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The cases that say by example what a permission means; every path that answers checks is held to them. */
public final class PermissionCases {

    static final List<String> FILES = List.of(
            "scopes", "denials", "owners", "inheritance", "teams", "instances", "windows", "conditions", "status");

    private PermissionCases() {}

    public static List<PermissionCase> all() {
        return FILES.stream().flatMap(PermissionCases::read).toList();
    }

    /** Only those that need nothing beyond roles, inheritance, direct grants and denials, and owners. */
    public static List<PermissionCase> plain() {
        return all().stream().filter(PermissionCase::isPlain).toList();
    }

    private static Stream<PermissionCase> read(String name) {
        String path = "/permission-cases/" + name + ".yaml";
        try (InputStream file = Objects.requireNonNull(PermissionCases.class.getResourceAsStream(path), path)) {
            List<?> cases = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return cases.stream()
                    .map(node -> Fields.read(path, node, PermissionCases::permissionCase))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static PermissionCase permissionCase(Fields fields) {
        String name = fields.text("name");
        Set<Feature> needs = EnumSet.noneOf(Feature.class);
        needs.addAll(fields.list(
                "needs", (where, node) -> Feature.valueOf(node.toString().toUpperCase(Locale.ROOT))));
        World world = Objects.requireNonNull(fields.optional("world", PermissionCases::world), name);
        return new PermissionCase(name, needs, world, fields.list("checks", PermissionCases::expected));
    }

    private static World world(String where, Object node) {
        return Fields.read(
                where,
                node,
                fields -> new World(
                        fields.textOr("tenant_status", World.ACTIVE),
                        fields.map("users", PermissionCases::user),
                        fields.map("roles", PermissionCases::role),
                        fields.map("teams", PermissionCases::team)));
    }

    private static User user(String where, @Nullable Object node) {
        return Fields.read(
                where,
                node,
                fields -> new User(
                        fields.textOr("status", World.ACTIVE),
                        fields.list("roles", PermissionCases::link),
                        fields.list("teams", PermissionCases::link),
                        holdings(fields)));
    }

    private static Role role(String where, @Nullable Object node) {
        return Fields.read(
                where,
                node,
                fields -> new Role(
                        fields.flag("deleted"), fields.list("parents", PermissionCases::link), holdings(fields)));
    }

    private static Team team(String where, @Nullable Object node) {
        return Fields.read(
                where,
                node,
                fields -> new Team(
                        fields.optionalText("parent"), fields.list("roles", PermissionCases::link), holdings(fields)));
    }

    private static List<Holding> holdings(Fields fields) {
        return Stream.concat(
                        fields.list("grants", holding(false)).stream(), fields.list("denials", holding(true)).stream())
                .toList();
    }

    private static BiFunction<String, Object, Holding> holding(boolean denial) {
        return (where, node) -> node instanceof String permission
                ? new Holding(permission, denial, null, Limit.NONE)
                : Fields.read(
                        where,
                        node,
                        fields -> new Holding(
                                fields.text("permission"), denial, fields.optionalText("instance"), limit(fields)));
    }

    private static Link link(String where, Object node) {
        return node instanceof String name
                ? new Link(name, Limit.NONE)
                : Fields.read(where, node, fields -> new Link(fields.text("name"), limit(fields)));
    }

    private static Limit limit(Fields fields) {
        return new Limit(
                fields.optionalTime("valid_from"), fields.optionalTime("expires_at"), fields.optionalText("condition"));
    }

    private static Expected expected(String where, Object node) {
        return Fields.read(
                where,
                node,
                fields -> new Expected(
                        check(fields),
                        fields.flag("allowed"),
                        fields.text("reason"),
                        fields.has("path") ? fields.list("path", (at, name) -> name.toString()) : null,
                        fields.optionalText("condition")));
    }

    private static Check check(Fields fields) {
        Instant at = fields.optionalTime("at");
        return new Check(
                fields.text("user"),
                fields.optionalText("permission"),
                fields.optionalText("action"),
                fields.optional("resource", PermissionCases::target),
                at == null ? Check.NOON : at,
                Objects.requireNonNullElse(
                        fields.optional("attributes", PermissionCases::attributes), Attributes.NONE));
    }

    private static Target target(String where, Object node) {
        return Fields.read(
                where,
                node,
                fields -> new Target(
                        fields.text("type"),
                        fields.text("id"),
                        fields.optionalText("owner"),
                        fields.optionalText("team")));
    }

    private static Attributes attributes(String where, Object node) {
        return Fields.read(
                where,
                node,
                fields -> new Attributes(
                        fields.map("subject", (at, value) -> attribute(value)),
                        fields.map("resource", (at, value) -> attribute(value)),
                        fields.map("action", (at, value) -> attribute(value)),
                        fields.map("context", (at, value) -> attribute(value))));
    }

    /** Whole numbers are long to whoever evaluates a condition. */
    private static Object attribute(@Nullable Object node) {
        if (node instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> attribute(entry.getValue())));
        }
        return node instanceof Integer number ? (Object) number.longValue() : Objects.requireNonNull(node);
    }
}
