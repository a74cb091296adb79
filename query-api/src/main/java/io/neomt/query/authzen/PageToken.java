package io.neomt.query.authzen;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the next part of a search begins, bound to what was searched for. It proves nothing: whoever makes one up sees
 * what a search without it would show.
 */
record PageToken(String fingerprint, int limit, String cursor) {

    private static final int FINGERPRINT_BYTES = 16;
    private static final List<String> ENTITIES = List.of("subject", "action", "resource", "context");

    /** @throws MalformedException when it is none, or was given for another search */
    static PageToken read(String token, String fingerprint) {
        String[] parts = decoded(token).split(" ", 3);
        if (parts.length != 3 || !parts[0].equals(fingerprint) || !parts[1].matches("\\d{1,4}")) {
            throw foreign();
        }
        return new PageToken(parts[0], Integer.parseInt(parts[1]), parts[2]);
    }

    String text() {
        byte[] bytes = (fingerprint + " " + limit + " " + cursor).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The same for bodies that search for the same. */
    static String fingerprint(Map<?, ?> body) {
        String searched =
                ENTITIES.stream().map(name -> canonical(body.get(name))).collect(Collectors.joining(" "));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(searched.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String canonical(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                new TreeMap<Object, Object>(map)
                        .entrySet().stream()
                                .map(entry -> canonical(entry.getKey()) + ":" + canonical(entry.getValue()))
                                .collect(Collectors.joining(",", "{", "}"));
            case List<?> list -> list.stream().map(PageToken::canonical).collect(Collectors.joining(",", "[", "]"));
            case String text -> text.length() + "'" + text;
            case null, default -> String.valueOf(value);
        };
    }

    private static String decoded(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw foreign();
        }
    }

    static MalformedException foreign() {
        return new MalformedException("page.token", "was not given for this search");
    }
}
