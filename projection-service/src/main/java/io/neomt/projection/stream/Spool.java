package io.neomt.projection.stream;

import io.neomt.event.TenantId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Records of many tenants in one file, of which each tenant's can be read by themselves, in the order in which they came. First
 * all of it is written, by one thread, then any thread may read. The file goes with the process.
 */
final class Spool implements AutoCloseable {

    /** Of one tenant, which are read together. */
    private static final int PIECE = 256 << 10;

    /** Of all tenants, in memory. */
    private static final long MOST_KEPT = 64L << 20;

    private final FileChannel file;
    private final Map<TenantId, Pieces> byTenant = new HashMap<>();
    private long length;
    private long kept;

    private Spool(FileChannel file) {
        this.file = file;
    }

    static Spool open() {
        try {
            Path path = Files.createTempFile("neo-rebuild", ".spool");
            return new Spool(FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException e) {
            throw new UncheckedIOException("nothing can be kept in a temporary file", e);
        }
    }

    /** Where a piece is in the file. */
    private record Piece(long from, int length) {}

    /** One tenant's; what was not written yet comes last. */
    private static final class Pieces {

        private final List<Piece> written = new ArrayList<>();
        private ByteArrayOutputStream tail = new ByteArrayOutputStream();
    }

    void add(TenantId tenant, ConsumerRecord<String, byte[]> record) {
        Pieces pieces = byTenant.computeIfAbsent(tenant, _ -> new Pieces());
        int before = pieces.tail.size();
        KeptRecord.of(record).write(pieces.tail);
        kept += pieces.tail.size() - before;
        if (pieces.tail.size() >= PIECE) {
            write(pieces);
        } else if (kept > MOST_KEPT) {
            byTenant.values().forEach(this::write);
        }
    }

    private void write(Pieces pieces) {
        if (pieces.tail.size() == 0) {
            return;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(pieces.tail.toByteArray());
            pieces.written.add(new Piece(length, bytes.remaining()));
            kept -= bytes.remaining();
            while (bytes.hasRemaining()) {
                length += file.write(bytes, length);
            }
            pieces.tail = new ByteArrayOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary file takes no more", e);
        }
    }

    /** @param number of the piece, from 0; beyond the last one there is nothing */
    List<KeptRecord> piece(TenantId tenant, int number) {
        Pieces pieces = byTenant.getOrDefault(tenant, new Pieces());
        if (number < pieces.written.size()) {
            return KeptRecord.all(bytes(pieces.written.get(number)));
        }
        return number == pieces.written.size() ? KeptRecord.all(pieces.tail.toByteArray()) : List.of();
    }

    /** Whether there is a piece of that number. */
    boolean has(TenantId tenant, int number) {
        return number <= byTenant.getOrDefault(tenant, new Pieces()).written.size();
    }

    private byte[] bytes(Piece piece) {
        ByteBuffer bytes = ByteBuffer.allocate(piece.length());
        try {
            while (bytes.hasRemaining()) {
                if (file.read(bytes, piece.from() + bytes.position()) < 0) {
                    throw new IllegalStateException("the temporary file has lost its end");
                }
            }
            return bytes.array();
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary file cannot be read", e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary file stays", e);
        }
    }
}
