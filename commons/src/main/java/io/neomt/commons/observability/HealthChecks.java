package io.neomt.commons.observability;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks all dependencies at once, and waits a bounded time for their answers. */
public final class HealthChecks implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HealthChecks.class);
    private static final long PATIENCE_MILLIS = 1_000;

    private final List<HealthProbe> probes;
    private final String version;
    private final ExecutorService threads;

    /** @param owner prefix of thread names */
    public HealthChecks(List<HealthProbe> probes, String version, String owner) {
        this.probes = List.copyOf(probes);
        this.version = version;
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(owner + "-health-", 0).factory());
    }

    HealthReport report() {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        Map<HealthProbe, Future<Map<String, Object>>> answers = new LinkedHashMap<>();
        probes.forEach(probe -> answers.put(probe, threads.submit(() -> timed(probe))));
        Map<String, Map<String, Object>> services = new TreeMap<>();
        String status = HealthReport.HEALTHY;
        for (Map.Entry<HealthProbe, Future<Map<String, Object>>> entry : answers.entrySet()) {
            HealthProbe probe = entry.getKey();
            Map<String, Object> answer = await(probe, entry.getValue(), deadline);
            services.put(probe.name(), answer);
            if (!HealthReport.HEALTHY.equals(answer.get("status"))) {
                status = worse(status, probe);
            }
        }
        return new HealthReport(status, Instant.now().truncatedTo(ChronoUnit.MILLIS), version, services);
    }

    private static String worse(String status, HealthProbe failed) {
        return failed.required() || status.equals(HealthReport.UNHEALTHY)
                ? HealthReport.UNHEALTHY
                : HealthReport.DEGRADED;
    }

    private static Map<String, Object> timed(HealthProbe probe) throws Exception {
        long begun = System.nanoTime();
        Map<String, Object> more = probe.check();
        Map<String, Object> answer = answer(HealthReport.HEALTHY, System.nanoTime() - begun);
        answer.putAll(more);
        return answer;
    }

    private static Map<String, Object> await(HealthProbe probe, Future<Map<String, Object>> future, long deadline) {
        long begun = deadline - TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        try {
            return future.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            LOG.debug("{} is unhealthy", probe.name(), e.getCause());
        } catch (TimeoutException e) {
            future.cancel(true);
            LOG.debug("{} does not answer in time", probe.name());
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
        }
        return answer(HealthReport.UNHEALTHY, System.nanoTime() - begun);
    }

    private static Map<String, Object> answer(String status, long nanos) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", status);
        answer.put("response_time_ms", TimeUnit.NANOSECONDS.toMillis(nanos));
        return answer;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
