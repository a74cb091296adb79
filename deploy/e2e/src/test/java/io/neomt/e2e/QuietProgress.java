package io.neomt.e2e;

import io.neomt.deploy.cli.platform.Progress;

/** Nobody watches the start of a test's platform. */
final class QuietProgress implements Progress {

    @Override
    public void starting(String part) {}

    @Override
    public void ready(String part, String address, long millis) {}

    @Override
    public void note(String message) {}
}
