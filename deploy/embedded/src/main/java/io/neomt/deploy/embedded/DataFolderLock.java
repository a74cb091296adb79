package io.neomt.deploy.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Holds a data folder for one stack; the system lets go of it when the process ends, however it ends. */
final class DataFolderLock implements AutoCloseable {

    private final FileChannel channel;

    private DataFolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws StackException naming the owner when another stack runs on the folder */
    static DataFolderLock acquire(Path runFolder) throws IOException {
        DataFolderLock lock = tryAcquire(runFolder);
        if (lock == null) {
            Path owner = owner(runFolder);
            String pid = Files.exists(owner) ? Files.readString(owner).strip() : "unknown";
            throw new StackException("Process " + pid + " already runs a stack on " + runFolder.getParent()
                    + ". Stop it, or name another folder with --data.");
        }
        return lock;
    }

    /** @return null when another stack runs on the folder */
    static @Nullable DataFolderLock tryAcquire(Path runFolder) throws IOException {
        FileChannel channel =
                FileChannel.open(runFolder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            return null;
        }
        PrivateFiles.write(
                owner(runFolder), Long.toString(ProcessHandle.current().pid()));
        return new DataFolderLock(channel);
    }

    /** A file of its own: closing any descriptor of a locked file would release the lock. */
    private static Path owner(Path runFolder) {
        return runFolder.resolve("owner.pid");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // held by this very process
            return null;
        }
    }
}
