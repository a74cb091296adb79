package io.neomt.deploy.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL runs, which refuses to run as root: as ourselves where we are not root; as root without its name,
 * in a user namespace of its own, where the system allows that; else as {@code nobody}, who then owns the data.
 */
enum UnprivilegedUser {
    OURSELVES,
    NAMESPACE,
    NOBODY;

    private static final int NOBODY_ID = 65_534;

    static UnprivilegedUser find() throws InterruptedException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return OURSELVES;
        }
        return Stream.of(NAMESPACE, NOBODY)
                .filter(UnprivilegedUser::isAllowed)
                .findFirst()
                .orElseThrow(() -> new StackException("PostgreSQL does not run as root, and neither 'unshare -U' nor"
                        + " 'setpriv --reuid' works here. Run as another user."));
    }

    /** Each of these programs becomes the given one; the process id stays. */
    ProcessBuilder command(List<String> command) {
        return new ProcessBuilder(
                Stream.concat(prefix().stream(), command.stream()).toList());
    }

    /** Lets the user have the path, and pass through the folders of ours above it. */
    void own(Path path, Path dataFolder) throws IOException {
        if (this == NOBODY) {
            for (Path folder = path.getParent(); folder != null && folder.startsWith(dataFolder); ) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
                folder = folder.getParent();
            }
            Files.setAttribute(path, "unix:uid", NOBODY_ID);
            Files.setAttribute(path, "unix:gid", NOBODY_ID);
        }
    }

    private List<String> prefix() {
        return switch (this) {
            case OURSELVES -> List.of();
            case NAMESPACE -> List.of("unshare", "-U");
            case NOBODY -> List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        };
    }

    private boolean isAllowed() {
        try {
            return Tool.works(
                    Stream.concat(prefix().stream(), Stream.of("true")).toArray(String[]::new));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
