package io.neomt.deploy.cli.bench.load;

import java.nio.file.Path;
import java.util.List;

/**
 * What is sent, and for how long.
 *
 * @param port of the server on this machine
 * @param file of the requests, which are sent from first to last and again
 * @param rate a second, at which requests come whatever the answers take; 0 for as many as the connections bear
 */
public record Plan(int port, Path file, double rate, int connections, int warmSeconds, int seconds) {

    private static final String SEPARATOR = ",";
    private static final int FIELDS = 6;

    /** For the process that sends. */
    public String argument() {
        return String.join(
                SEPARATOR,
                List.of(
                        Integer.toString(port),
                        Double.toString(rate),
                        Integer.toString(connections),
                        Integer.toString(warmSeconds),
                        Integer.toString(seconds),
                        file.toString()));
    }

    static Plan parse(String argument) {
        String[] fields = argument.split(SEPARATOR, FIELDS);
        return new Plan(
                Integer.parseInt(fields[0]),
                Path.of(fields[FIELDS - 1]),
                Double.parseDouble(fields[1]),
                Integer.parseInt(fields[2]),
                Integer.parseInt(fields[3]),
                Integer.parseInt(fields[4]));
    }
}
