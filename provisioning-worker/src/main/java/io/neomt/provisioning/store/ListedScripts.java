package io.neomt.provisioning.store;

import io.neomt.view.Migrations;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** The scripts of one list, read once and held in memory: Flyway then neither scans the class path nor reads files. */
final class ListedScripts implements ResourceProvider {

    private final Map<String, LoadableResource> scripts = new LinkedHashMap<>();

    ListedScripts(Migrations migrations) {
        for (String name : migrations.scripts()) {
            scripts.put(name, new Script(migrations.folder() + "/" + name, name, text(migrations.folder(), name)));
        }
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return scripts.get(name);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return scripts.entrySet().stream()
                .filter(script -> script.getKey().startsWith(prefix))
                .filter(script -> Arrays.stream(suffixes).anyMatch(script.getKey()::endsWith))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static String text(String folder, String name) {
        try (InputStream stream = Migrations.class.getResourceAsStream("/" + folder + "/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("the listed migration " + folder + "/" + name + " is not shipped");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One script. */
    private static final class Script extends LoadableResource {

        private final String path;
        private final String name;
        private final String text;

        Script(String path, String name, String text) {
            this.path = path;
            this.name = name;
            this.text = text;
        }

        @Override
        public Reader read() {
            return new StringReader(text);
        }

        @Override
        public String getAbsolutePath() {
            return path;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return path;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return path;
        }
    }
}
