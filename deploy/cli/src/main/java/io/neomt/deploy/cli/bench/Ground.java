package io.neomt.deploy.cli.bench;

import io.neomt.deploy.cli.platform.Progress;
import io.neomt.deploy.cli.platform.StackProgress;
import io.neomt.deploy.embedded.EmbeddedStack;
import io.neomt.deploy.embedded.StackAddresses;
import io.neomt.deploy.embedded.StackOptions;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What scenarios run on: one stack for all of them, the platform on it and the data set, each made when it is first asked
 * for. For one thread.
 */
final class Ground implements AutoCloseable {

    private final Path folder;
    private final Progress progress;
    private final boolean quick;
    private final Size size;
    private @Nullable EmbeddedStack stack;
    private @Nullable BenchPlatform platform;
    private Map<String, String> settings = Map.of();
    private @Nullable Data data;

    /** @param folder gone afterwards */
    Ground(Path folder, Progress progress, boolean quick, Size size) {
        this.folder = folder;
        this.progress = progress;
        this.quick = quick;
        this.size = size;
    }

    Path folder() {
        return folder;
    }

    Progress progress() {
        return progress;
    }

    /** Whether all scenarios together are to end within five minutes. */
    boolean quick() {
        return quick;
    }

    /** The first in a quick run, else the second. */
    int pick(int ifQuick, int ifWhole) {
        return quick ? ifQuick : ifWhole;
    }

    StackAddresses stack() {
        if (stack == null) {
            stack = EmbeddedStack.start(StackOptions.in(folder).freePorts(), new StackProgress(progress));
        }
        return stack.addresses();
    }

    /** The services as they are when nothing is set. */
    BenchPlatform platform() {
        return platform(Map.of());
    }

    /** The services with settings; when they run with others, they are stopped and started again, at other addresses. */
    BenchPlatform platform(Map<String, String> wished) {
        if (platform != null && settings.equals(wished)) {
            return platform;
        }
        closePlatform();
        settings = Map.copyOf(wished);
        platform = new BenchPlatform(stack(), folder, settings, progress);
        return platform;
    }

    /** Stops the services; they are started again for whoever asks for them. */
    void closePlatform() {
        if (platform != null) {
            platform.close();
            platform = null;
        }
    }

    /** The data set, visible to every query. */
    Data data() throws SQLException, InterruptedException {
        if (data == null) {
            data = new DataMaker(platform(settings), Databases.admin(stack()), progress).make(size);
        }
        return data;
    }

    @Override
    public void close() {
        closePlatform();
        if (stack != null) {
            stack.close();
        }
    }
}
