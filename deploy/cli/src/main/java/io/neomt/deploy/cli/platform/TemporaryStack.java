package io.neomt.deploy.cli.platform;

import io.neomt.deploy.embedded.EmbeddedStack;
import io.neomt.deploy.embedded.StackOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** An embedded stack on free ports in a folder that goes with it, for one test run. */
public final class TemporaryStack implements AutoCloseable {

    private final TemporaryFolder folder;
    private final EmbeddedStack stack;
    private final Path file;

    private TemporaryStack(TemporaryFolder folder, EmbeddedStack stack, Path file) {
        this.folder = folder;
        this.stack = stack;
        this.file = file;
    }

    public static TemporaryStack start(PrintStream out) throws IOException {
        TemporaryFolder folder = TemporaryFolder.create("neo-test");
        try {
            EmbeddedStack stack = EmbeddedStack.start(
                    StackOptions.in(folder.path()).freePorts(), new StackProgress(new ConsoleProgress(out)));
            Path file = folder.path().resolve("stack.properties");
            stack.addresses().save(file);
            return new TemporaryStack(folder, stack, file);
        } catch (IOException | RuntimeException failure) {
            folder.close();
            throw failure;
        }
    }

    /** Where the addresses of the parts are written. */
    public Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        try {
            stack.close();
        } finally {
            folder.close();
        }
    }
}
