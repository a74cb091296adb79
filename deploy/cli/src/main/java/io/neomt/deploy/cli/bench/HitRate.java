package io.neomt.deploy.cli.bench;

import io.neomt.deploy.cli.platform.ServiceName;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many questions the query API could answer from memory, as it says itself. */
final class HitRate {

    private static final Pattern READS =
            Pattern.compile("^memory_reads_total\\{.*result=\"(hit|miss)\".*}\\s+(\\S+)$", Pattern.MULTILINE);

    private final URI metrics;
    private double hits;
    private double misses;

    HitRate(BenchPlatform platform) {
        this.metrics = platform.address(ServiceName.QUERY_API).resolve("/metrics");
    }

    /** Since this was called the last time. */
    double since() throws IOException, InterruptedException {
        double hitsBefore = hits;
        double missesBefore = misses;
        read();
        double newHits = hits - hitsBefore;
        double all = newHits + misses - missesBefore;
        return all == 0 ? 0 : newHits / all;
    }

    private void read() throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String text = http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                    .body();
            Matcher line = READS.matcher(text);
            while (line.find()) {
                double count = Double.parseDouble(line.group(2));
                if (line.group(1).equals("hit")) {
                    hits = count;
                } else {
                    misses = count;
                }
            }
        }
    }
}
