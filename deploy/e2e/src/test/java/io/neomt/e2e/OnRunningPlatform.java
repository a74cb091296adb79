package io.neomt.e2e;

import io.neomt.deploy.cli.client.RunFile;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** For command lines that look for the platform in a folder: it says there that it runs. */
abstract class OnRunningPlatform {

    final TestPlatform platform = TestPlatform.shared();

    @TempDir
    Path data;

    @BeforeEach
    final void aPlatformRunsOnTheFolder() {
        platform.runFile().write(data);
    }

    @AfterEach
    final void itIsGone() {
        RunFile.remove(data);
    }
}
