package io.neomt.deploy.cli.bench.load;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whole requests, as they are sent, in a file. */
public final class RequestFile {

    private RequestFile() {}

    public static void write(Path file, List<byte[]> requests) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(requests.size());
            for (byte[] request : requests) {
                out.writeInt(request.length);
                out.write(request);
            }
        }
    }

    static List<byte[]> read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int count = in.readInt();
            List<byte[]> requests = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                requests.add(in.readNBytes(in.readInt()));
            }
            return requests;
        }
    }
}
