package io.neomt.deploy.cli.platform;

/** Is told how the start of the platform goes. Called by several threads. */
public interface Progress {

    void starting(String part);

    void ready(String part, String address, long millis);

    /** Something a user should know, such as what an earlier run left behind. */
    void note(String message);
}
