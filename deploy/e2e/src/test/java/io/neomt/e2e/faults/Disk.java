package io.neomt.e2e.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A disk of its own, small enough to be filled; only where this process may mount one, as root on Linux may. */
final class Disk implements AutoCloseable {

    private static final String SIZE = "2g";
    private static final int BLOCK = 64 * 1024;

    private final Path folder;
    private final Path ballast;

    private Disk(Path folder) {
        this.folder = folder;
        this.ballast = folder.resolve("ballast");
    }

    /** @param folder empty; becomes the disk where that is allowed */
    static Optional<Disk> mount(Path folder) throws IOException {
        Files.createDirectories(folder);
        boolean mounted = System.getProperty("os.name").equals("Linux")
                && System.getProperty("user.name").equals("root")
                && Signals.works("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", folder.toString());
        return mounted ? Optional.of(new Disk(folder)) : Optional.empty();
    }

    /** Nothing more goes on it. */
    void fill() {
        try (OutputStream out = Files.newOutputStream(ballast)) {
            byte[] block = new byte[BLOCK];
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            if (free() > BLOCK) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private long free() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void clear() {
        try {
            Files.deleteIfExists(ballast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After all that uses it has ended. */
    @Override
    public void close() {
        Signals.works("umount", "--lazy", folder.toString());
    }
}
