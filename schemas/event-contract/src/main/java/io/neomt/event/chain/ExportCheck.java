package io.neomt.event.chain;

import io.neomt.event.EventHash;
import io.neomt.event.Position;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the lines of one file of an export and names every event that is not as it was recorded. Only the findings
 * and the gaps between the lines are kept. Used once, by one thread.
 */
public final class ExportCheck {

    private static final int MOST = 100;
    private static final String OUT_OF_PLACE = "is not in its place";
    private static final int MOST_MISSING_NAMED = 1_000;

    private final ExportManifest manifest;
    private final ExportFormat format;
    private final Function<RecordedEvent, Optional<String>> readable;
    private final Gaps gaps = new Gaps();
    private final List<Finding> findings = new ArrayList<>();
    private final TreeSet<Position> named = new TreeSet<>();
    private Position next;
    private final Map<Position, EventHash> early = new HashMap<>();
    private @Nullable Position unread;
    private @Nullable Line ahead;
    private List<EventHash> before;
    private long unreadable;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Line(ExportedRow row, byte[] raw, Position position) {}

    /**
     * @param readable what happened, as JSON, where it is known how to read it
     */
    public ExportCheck(
            ExportManifest manifest, ExportFormat format, Function<RecordedEvent, Optional<String>> readable) {
        this.manifest = manifest;
        this.format = format;
        this.readable = readable;
        this.next = manifest.first();
        this.before = List.of(manifest.before());
    }

    /** The next line, as it stands in the file, without its end. */
    public void line(byte[] raw) {
        String text = new String(raw, StandardCharsets.UTF_8);
        // what is no text at all does not come back as it was
        @Nullable ExportedRow row = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), raw) ? read(text) : null;
        if (row == null) {
            found(next, "cannot be read");
            unread = next;
            next = next.next();
            before = List.of();
        } else {
            place(row, raw);
        }
    }

    private @Nullable ExportedRow read(String line) {
        try {
            return RowFields.row(format.read(line));
        } catch (RuntimeException e) {
            return null;
        }
    }

    private void place(ExportedRow row, byte[] raw) {
        Position position = row.event().metadata().position();
        if (position.equals(unread)) {
            // what could not be read was put before it
            next = position;
        }
        unread = null;
        if (!row.event().metadata().tenantId().equals(manifest.tenant())) {
            found(position, "is an event of another tenant");
        } else if (position.compareTo(manifest.last()) > 0 || position.compareTo(manifest.first()) < 0) {
            found(position, "was inserted: the export goes from " + manifest.first() + " to " + manifest.last());
        } else {
            inOrder(new Line(row, raw, position));
        }
    }

    private void inOrder(Line line) {
        @Nullable Line held = ahead;
        ahead = null;
        if (held != null && line.position().compareTo(held.position()) < 0) {
            // the ones that it was put before come now
            found(held.position(), OUT_OF_PLACE);
            early.put(held.position(), held.row().hash());
        } else if (held != null) {
            jumpTo(held);
        }
        passEarly();
        if (line.position().compareTo(next) < 0) {
            found(line.position(), gaps.fill(line.position()) ? OUT_OF_PLACE : "was inserted: it is there twice");
        } else if (line.position().equals(next)) {
            follow(line);
        } else {
            // whether those between are missing, or this one stands too early, is seen from the next line
            ahead = line;
        }
    }

    /** What stood too early is not missing where it belongs. */
    private void passEarly() {
        for (@Nullable EventHash hash = early.remove(next); hash != null; hash = early.remove(next)) {
            before = List.of(hash);
            next = next.next();
        }
    }

    private void jumpTo(Line line) {
        gaps.add(next, line.position());
        before = List.of();
        follow(line);
    }

    private void follow(Line line) {
        ExportedRow row = line.row();
        Position position = line.position();
        List<EventHash> possible =
                before.stream().map(hash -> EventChain.next(hash, row.event())).toList();
        if (!possible.isEmpty() && !possible.contains(row.hash())) {
            found(position, "was changed: it does not lead to its hash");
        } else if (!isAsWritten(row, line.raw())) {
            found(position, "was changed: its line is not what is exported of it");
        }
        // where its content was changed, the next one still follows its hash; where its hash was, the next one follows
        // its
        // content
        List<EventHash> after = new ArrayList<>(possible);
        after.add(row.hash());
        before = after.stream().distinct().toList();
        next = position.next();
    }

    private boolean isAsWritten(ExportedRow row, byte[] raw) {
        Optional<String> told = readable.apply(row.event());
        ExportedRow expected = new ExportedRow(row.event(), row.hash(), told.orElse(null));
        if (Arrays.equals(bytes(expected), raw)) {
            return true;
        }
        if (told.isPresent()) {
            return false;
        }
        // by a newer release, which knows how to read it
        unreadable++;
        return Arrays.equals(bytes(new ExportedRow(row.event(), row.hash(), row.readable())), raw);
    }

    private byte[] bytes(ExportedRow row) {
        return format.line(row).getBytes(StandardCharsets.UTF_8);
    }

    /** The file has ended. */
    public void end() {
        @Nullable Line held = ahead;
        if (held != null) {
            jumpTo(held);
        }
        passEarly();
        gaps.add(next, manifest.last().next());
        gaps.missing(MOST_MISSING_NAMED).forEach(position -> found(position, "is missing"));
        if (findings.isEmpty() && !before.contains(manifest.lastHash())) {
            found(manifest.last(), "was changed: its hash is not that of the manifest");
        }
    }

    /** The end of the last line is missing. */
    public void truncated() {
        found(last(), "is cut off");
    }

    /** The position of the last line that was read. */
    private Position last() {
        return new Position(Math.max(manifest.first().value(), next.value() - 1));
    }

    /** In the order of the positions, each named once; the first ones when there are many. */
    public List<Finding> findings() {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::position))
                .limit(MOST)
                .toList();
    }

    /** How many events are of a kind that this release cannot read, so that it was not looked at whether they are told right. */
    public long unreadable() {
        return unreadable;
    }

    private void found(Position position, String what) {
        if (findings.size() < MOST_MISSING_NAMED * 2 && named.add(position)) {
            findings.add(new Finding(position, what));
        }
    }
}
