package io.neomt.deploy.cli.bench.load;

import java.io.IOException;

/** The process that sends one {@link Plan} and prints of each answer, as it comes, how many nanoseconds it took; 0 for a refusal. */
public final class Each {

    private Each() {}

    public static void main(String[] plan) throws IOException {
        new Lane(Plan.parse(plan[0]), (at, nanos, good) -> System.out.println(good ? nanos : 0)).run(System.nanoTime());
    }
}
