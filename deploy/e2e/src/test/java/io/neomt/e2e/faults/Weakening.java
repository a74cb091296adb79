package io.neomt.e2e.faults;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A build that is weaker than the product in one place, to see that a fault finds it: sources of the product are copied,
 * changed there, compiled, and put before the product's own classes.
 *
 * @param fault that has to find it
 * @param text what is weaker
 */
record Weakening(String name, String fault, String text, List<Edit> edits) {

    private static final String SOURCES = "src/main/java/";
    private static final String RESOURCES = "src/main/resources/";

    /**
     * @param file of the product, from the root of the checkout
     * @param from is in it exactly once
     */
    record Edit(String file, String from, String to) {}

    /**
     * The weakened files, by where they are in the checkout.
     *
     * @throws AssertionError when a line that is to be changed is no longer there
     */
    Map<String, String> files() throws IOException {
        return edited(root());
    }

    /** The class path of such a build. */
    String classPath(Path folder) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("weakened-" + name));
        List<String> sources = new ArrayList<>();
        for (Map.Entry<String, String> edited : files().entrySet()) {
            String file = edited.getKey();
            if (file.contains(RESOURCES)) {
                write(classes.resolve(after(file, RESOURCES)), edited.getValue());
            } else {
                Path source = folder.resolve("sources-" + name).resolve(after(file, SOURCES));
                write(source, edited.getValue());
                sources.add(source.toString());
            }
        }
        String product = System.getProperty("java.class.path");
        if (!sources.isEmpty()) {
            compile(sources, product, classes);
        }
        return classes + File.pathSeparator + product;
    }

    private Map<String, String> edited(Path root) throws IOException {
        Map<String, String> edited = new LinkedHashMap<>();
        for (Edit edit : edits) {
            String text = edited.get(edit.file());
            if (text == null) {
                text = Files.readString(root.resolve(edit.file()));
            }
            if (text.split(Pattern.quote(edit.from()), -1).length != 2) {
                throw new AssertionError(name + ": this is not once in " + edit.file() + ": " + edit.from());
            }
            edited.put(edit.file(), text.replace(edit.from(), edit.to()));
        }
        return edited;
    }

    private static void compile(List<String> sources, String classPath, Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-nowarn", "-parameters", "-cp", classPath, "-d", classes.toString()));
        arguments.addAll(sources);
        if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new AssertionError("the weakened sources do not compile: " + sources);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String after(String file, String part) {
        return file.substring(file.indexOf(part) + part.length());
    }

    /** Tests run in their module's folder or in the root. */
    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("neo"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new AssertionError("the checkout is not above " + Path.of("").toAbsolutePath());
        }
        return folder;
    }
}
