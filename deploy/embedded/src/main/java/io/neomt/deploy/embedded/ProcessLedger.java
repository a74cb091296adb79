package io.neomt.deploy.embedded;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The child processes of a data folder, written down the moment they start, so that the next start can end what a
 * killed parent left behind. A process is known by its id and its start together: ids are used again.
 */
final class ProcessLedger {

    /** The system derives starts from the time of boot, which moves when the clock is set. */
    private static final Duration SAME_START = Duration.ofSeconds(2);

    private final Path file;
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(Part part, long pid, Instant started) {

        boolean isThe(ProcessHandle process) {
            return process.info()
                    .startInstant()
                    .map(start -> Duration.between(start, started).abs().compareTo(SAME_START) <= 0)
                    .orElse(false);
        }

        Map<String, Object> toJson() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("part", part.name());
            json.put("pid", pid);
            json.put("started", started.toString());
            return json;
        }

        static Entry of(Map<String, Object> json) {
            try {
                return new Entry(
                        Part.valueOf(JSONObjectUtils.getString(json, "part")),
                        JSONObjectUtils.getLong(json, "pid"),
                        Instant.parse(JSONObjectUtils.getString(json, "started")));
            } catch (ParseException e) {
                throw new StackException("not an entry of a process: " + json, e);
            }
        }
    }

    ProcessLedger(Path file) {
        this.file = file;
    }

    synchronized void add(Part part, ProcessHandle process) throws IOException {
        entries.add(new Entry(part, process.pid(), process.info().startInstant().orElseGet(Instant::now)));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("owner", ProcessHandle.current().pid());
        json.put("processes", entries.stream().map(Entry::toJson).toList());
        PrivateFiles.write(file, JSONObjectUtils.toJSONString(json));
    }

    /** Forgets all; for when all have ended. */
    synchronized void clear() throws IOException {
        entries.clear();
        Files.deleteIfExists(file);
    }

    /** Ends what an earlier owner left running, databases last. */
    void endLeftovers(Duration patience, StackListener listener) throws IOException {
        for (Entry entry : read()) {
            ProcessHandle.of(entry.pid()).filter(entry::isThe).ifPresent(process -> {
                end(process, entry.part(), patience);
                listener.notice("stopped %s (process %d), left behind by an earlier run"
                        .formatted(entry.part().label(), entry.pid()));
            });
        }
        clear();
    }

    static void end(ProcessHandle process, Part part, Duration patience) {
        StopRequest.of(part).send(process);
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new StackException("process " + process.pid() + " cannot be waited for", e);
        }
    }

    private List<Entry> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            Map<String, Object> json = JSONObjectUtils.parse(Files.readString(file));
            Map<String, Object>[] processes = JSONObjectUtils.getJSONObjectArray(json, "processes");
            return processes == null
                    ? List.of()
                    : List.of(processes).stream()
                            .map(Entry::of)
                            .sorted(Comparator.comparing(
                                    Entry::part, Comparator.reverseOrder())) // servers before the database they use
                            .toList();
        } catch (ParseException e) {
            throw new StackException("The list of processes is damaged: " + file, e);
        }
    }
}
