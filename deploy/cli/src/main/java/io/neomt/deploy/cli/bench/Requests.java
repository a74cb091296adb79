package io.neomt.deploy.cli.bench;

import io.neomt.deploy.cli.terminal.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Requests as they are sent. */
final class Requests {

    private Requests() {}

    /** @param body null for none, else what is sent as JSON */
    static byte[] of(String method, String path, @Nullable String token, @Nullable Object body) {
        byte[] sent = body == null ? new byte[0] : Json.of(body).getBytes(StandardCharsets.UTF_8);
        StringBuilder head =
                new StringBuilder(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        if (token != null) {
            head.append("Authorization: Bearer ").append(token).append("\r\n");
        }
        if (body != null) {
            head.append("Content-Type: application/json\r\nContent-Length: ")
                    .append(sent.length)
                    .append("\r\n");
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(sent);
        return all.toByteArray();
    }
}
