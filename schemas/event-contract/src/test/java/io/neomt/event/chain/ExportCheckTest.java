package io.neomt.event.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.Event;
import io.neomt.event.EventHash;
import io.neomt.event.EventMetadata;
import io.neomt.event.EventType;
import io.neomt.event.Position;
import io.neomt.event.SampleEvents;
import io.neomt.event.TenantId;
import io.neomt.event.codec.AvroEventCodec;
import io.neomt.event.codec.EncodedEvent;
import io.neomt.event.codec.ReadableEvent;
import io.neomt.event.codec.SchemaHistory;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportCheckTest {

    private static final TenantId TENANT = TenantId.of("0198c5a0-0000-7000-8000-000000000001");
    private static final int COUNT = 40;
    private static final AvroEventCodec CODEC = new AvroEventCodec();
    private static final ReadableEvent READABLE = new ReadableEvent(SchemaHistory.shipped());

    private final List<ExportedRow> rows = rows();
    private final ExportManifest manifest = new ExportManifest(
            TENANT,
            "acme",
            Instant.EPOCH,
            new Position(1),
            new Position(COUNT),
            EventHash.NONE,
            rows.getLast().hash(),
            List.of());

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void anExportThatNobodyTouchedIsWhole(ExportFormat format) {
        assertThat(check(format, lines(format))).isEmpty();
    }

    /** Whatever one byte becomes, its event is named, and no other. */
    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void aChangedByteIsNamedAtItsPosition(ExportFormat format) {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            List<byte[]> lines = lines(format);
            int at = random.nextInt(COUNT);
            byte[] line = lines.get(at);
            int place = random.nextInt(line.length);
            byte was = line[place];
            line[place] = (byte) (was ^ (1 + random.nextInt(255)));

            List<Finding> findings = check(format, lines);
            assertThat(positions(findings))
                    .as("%s of line %s", new String(line, StandardCharsets.UTF_8), at + 1)
                    .contains(at + 1L);
        }
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void anEventThatIsMissingIsNamed(ExportFormat format) {
        for (int at = 0; at < COUNT; at++) {
            List<byte[]> lines = lines(format);
            lines.remove(at);
            assertThat(check(format, lines)).containsExactly(new Finding(new Position(at + 1), "is missing"));
        }
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void anEventThatIsThereTwiceIsNamed(ExportFormat format) {
        Random random = new Random(8);
        for (int at = 0; at < COUNT; at++) {
            List<byte[]> lines = lines(format);
            lines.add(random.nextInt(COUNT + 1), lines.get(at));
            assertThat(positions(check(format, lines))).containsExactly(at + 1L);
        }
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void anEventThatIsSomewhereElseIsNamed(ExportFormat format) {
        Random random = new Random(9);
        for (int i = 0; i < 100; i++) {
            List<byte[]> lines = lines(format);
            int from = random.nextInt(COUNT);
            int to = random.nextInt(COUNT);
            lines.add(to, lines.remove(from));
            List<Long> named = positions(check(format, lines));
            if (from == to) {
                assertThat(named).isEmpty();
            } else if (Math.abs(from - to) == 1) {
                assertThat(named).containsAnyOf(from + 1L, to + 1L).hasSize(1);
            } else {
                assertThat(named).containsExactly(from + 1L);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void twoEventsThatChangedPlacesAreNamed(ExportFormat format) {
        List<byte[]> lines = lines(format);
        byte[] one = lines.get(4);
        lines.set(4, lines.get(20));
        lines.set(20, one);
        assertThat(positions(check(format, lines))).containsExactly(5L, 21L);
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void aFileThatEndsEarlyIsNamedWhereItEnds(ExportFormat format) {
        List<byte[]> lines = lines(format).subList(0, 37);
        assertThat(positions(check(format, lines))).containsExactly(38L, 39L, 40L);

        List<byte[]> cut = lines(format);
        cut.set(
                COUNT - 1,
                new String(cut.getLast(), StandardCharsets.UTF_8)
                        .substring(0, 100)
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(positions(check(format, cut))).containsExactly((long) COUNT);
    }

    /** Hashes that were made anew after a change lead to another last one, which the signed manifest does not have. */
    @Test
    void aChainThatWasMadeAnewIsFoundByTheManifest() {
        List<byte[]> lines = new ArrayList<>();
        EventHash last = rows.get(9).hash();
        for (ExportedRow row : rows.subList(0, 10)) {
            lines.add(bytes(ExportFormat.JSON_LINES, row));
        }
        for (ExportedRow row : rows.subList(10, COUNT)) {
            RecordedEvent changed =
                    at(row.event(), row.event().metadata().position().value(), "mallory");
            last = EventChain.next(last, changed);
            lines.add(bytes(ExportFormat.JSON_LINES, new ExportedRow(changed, last, row.readable())));
        }
        assertThat(check(ExportFormat.JSON_LINES, lines))
                .containsExactly(new Finding(new Position(COUNT), "was changed: its hash is not that of the manifest"));
    }

    /** As by somebody who has the log, but not the manifest's key. */
    @Test
    void anEventThatWasMadeUpIsNamedWhereItWasPut() {
        List<byte[]> lines = lines(ExportFormat.JSON_LINES);
        RecordedEvent made = at(rows.get(4).event(), 12, "mallory");
        lines.add(
                11,
                bytes(
                        ExportFormat.JSON_LINES,
                        new ExportedRow(made, rows.get(4).hash(), rows.get(4).readable())));
        assertThat(positions(check(ExportFormat.JSON_LINES, lines))).contains(12L);

        List<byte[]> beyond = lines(ExportFormat.JSON_LINES);
        RecordedEvent later = at(rows.get(4).event(), 99, "mallory");
        beyond.add(
                11,
                bytes(
                        ExportFormat.JSON_LINES,
                        new ExportedRow(later, rows.get(4).hash(), rows.get(4).readable())));
        assertThat(positions(check(ExportFormat.JSON_LINES, beyond))).containsExactly(99L);
    }

    @Test
    void noSpreadsheetTakesAReasonForAFormula() {
        assertThat(CsvText.of("=1+1")).isEqualTo("'=1+1");
        assertThat(CsvText.of("a,\"b\"")).isEqualTo("\"a,\"\"b\"\"\"");
        for (String text : List.of("=x", "'x", "", "a,b", "\"", "@\",\"", "ü")) {
            assertThat(CsvText.read(CsvText.of(text) + "," + CsvText.of(null))).containsExactly(text, null);
        }
    }

    private List<Finding> check(ExportFormat format, List<byte[]> lines) {
        ExportCheck check = new ExportCheck(manifest, format, ExportCheckTest::readable);
        lines.forEach(check::line);
        check.end();
        assertThat(check.unreadable()).isZero();
        return check.findings();
    }

    private static List<Long> positions(List<Finding> findings) {
        return findings.stream().map(finding -> finding.position().value()).toList();
    }

    private List<byte[]> lines(ExportFormat format) {
        return new ArrayList<>(rows.stream().map(row -> bytes(format, row)).toList());
    }

    private static byte[] bytes(ExportFormat format, ExportedRow row) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(format.line(row).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static List<ExportedRow> rows() {
        List<Event> events = Stream.of(EventType.values()).map(SampleEvents::of).toList();
        List<ExportedRow> rows = new ArrayList<>();
        EventHash last = EventHash.NONE;
        for (int i = 0; i < COUNT; i++) {
            EncodedEvent encoded = CODEC.encode(events.get(i % events.size()));
            RecordedEvent event = new RecordedEvent(
                    metadata(i + 1, "acme/ada"),
                    encoded.type().wireName(),
                    encoded.schemaFingerprint(),
                    encoded.payload());
            last = EventChain.next(last, event);
            rows.add(new ExportedRow(event, last, readable(event).orElseThrow()));
        }
        return rows;
    }

    private static Optional<String> readable(RecordedEvent event) {
        return READABLE.json(event.type(), event.schemaFingerprint(), event.payload());
    }

    private static RecordedEvent at(RecordedEvent event, long position, String actor) {
        return new RecordedEvent(metadata(position, actor), event.type(), event.schemaFingerprint(), event.payload());
    }

    private static EventMetadata metadata(long position, String actor) {
        return new EventMetadata(
                new UUID(7, position),
                TENANT,
                new Position(position),
                "user/0198c5a0-0000-7000-8000-00000000000" + position % 10,
                Instant.parse("2026-01-02T03:04:05.600001Z").plusSeconds(position),
                actor,
                "correlation",
                "cause",
                position % 2 == 0 ? null : "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "request-" + position,
                position % 3 == 0 ? "weil \"ja\", \\ und \u0001=ü" : null);
    }
}
