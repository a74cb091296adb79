package io.neomt.deploy.cli.access;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One grant or denial as a command line gives it. */
final class GivenPermission {

    @Parameters(
            paramLabel = "PERMISSION",
            description = "resource.action.scope, * allowed in each; with --on resource.action is enough.")
    private String permission = "";

    @Option(names = "--deny", description = "Denies it instead of granting it; no grant beats a denial.")
    private boolean denied;

    @Option(
            names = "--on",
            paramLabel = "TYPE/ID",
            converter = ResourceName.Converter.class,
            description = "Only on this one resource, such as document/42.")
    private @Nullable ResourceName resource;

    @Mixin
    private Given given = new Given();

    String permission() {
        return permission;
    }

    Map<String, Object> body() {
        Map<String, Object> fields = named();
        fields.putIfAbsent("effect", "allow");
        return fields;
    }

    /** What the command line says and nothing else, in the words of answers. */
    Map<String, Object> named() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("permission", inFull());
        if (denied) {
            fields.put("effect", "deny");
        }
        if (resource != null) {
            fields.put("resource", resource.body());
        }
        return given.in(fields);
    }

    /** On one resource the scope does not count; answers name the widest. */
    private String inFull() {
        boolean withoutScope =
                resource != null && permission.chars().filter(c -> c == '.').count() == 1;
        return withoutScope ? permission + ".tenant" : permission;
    }
}
