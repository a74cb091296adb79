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

    /** Whether it is a grant, everywhere and always. */
    boolean isPlain() {
        return !denied && resource == null && !given.isLimited();
    }

    Map<String, Object> body() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("permission", permission);
        fields.put("effect", denied ? "deny" : "allow");
        if (resource != null) {
            fields.put("resource", resource.body());
        }
        return given.in(fields);
    }
}
