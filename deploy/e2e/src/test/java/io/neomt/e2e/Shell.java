package io.neomt.e2e;

import io.neomt.deploy.cli.Neo;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Runs command lines in this process and keeps what they print. */
final class Shell {

    /** What a command line printed and how it exited. */
    record Run(int code, String out) {}

    private static final Pattern LOGGED = Pattern.compile("(?m)^\\{\"timestamp\":.*\\R");

    private Shell() {}

    /** Against the platform that runs on the folder. */
    static Run on(Path folder, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", folder.toString()));
        return run(all.toArray(String[]::new));
    }

    /** Picocli prints to what System.out and System.err are when the command starts. */
    static Run run(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream captured = new ByteArrayOutputStream();
        try (PrintStream capture = new PrintStream(captured, true, StandardCharsets.UTF_8)) {
            System.setOut(capture);
            System.setErr(capture);
            int code = Neo.run(arguments);
            return new Run(code, withoutLog(captured.toString(StandardCharsets.UTF_8)));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** The services run in this process, too, and may say something at the same time. */
    private static String withoutLog(String out) {
        return LOGGED.matcher(out).replaceAll("");
    }
}
