package io.neomt.provisioning.web;

import io.neomt.commons.security.Caller;
import io.neomt.commons.security.Guard;
import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ApiResponse;
import io.neomt.commons.web.EntityVersion;
import io.neomt.commons.web.RequestContext;
import io.neomt.provisioning.connections.Journal;
import io.neomt.provisioning.connections.RepeatedException;
import io.neomt.provisioning.registry.Asked;
import io.neomt.provisioning.registry.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Changes of the registry as requests ask for them: once for each key, of the version that was seen, and on record. */
public final class RegistryWrites {

    private static final int LONGEST_KEY = 200;
    private static final String PASSWORD = "password";

    private final Guard guard;
    private final Journal journal;
    private final JsonMapper json;
    private final Function<String, byte[]> digest;

    /** @param digest of a text that may hold a password */
    public RegistryWrites(Guard guard, Journal journal, JsonMapper json, Function<String, byte[]> digest) {
        this.guard = guard;
        this.journal = journal;
        this.json = json;
        this.digest = digest;
    }

    /** Something that has a version. */
    interface Versioned {
        long version();
    }

    /**
     * What is asked for, and of what.
     *
     * @param body of the request; null where it has none
     */
    record Wanted(
            Caller caller,
            HttpServletRequest request,
            String action,
            String subject,
            @Nullable Object body) {}

    /** Does what is asked for, or answers as it did before. */
    <T> T once(Wanted wanted, Class<T> type, Function<Asked, T> work) {
        guard.write(wanted.caller());
        Asked asked = asked(wanted);
        return Refusals.refusable(() -> journal.answered(asked)
                .map(told -> json.readValue(told, type))
                .orElseGet(() -> work(asked, type, work)));
    }

    /** What was refused may just have been done for the same request. */
    private <T> T work(Asked asked, Class<T> type, Function<Asked, T> work) {
        try {
            return work.apply(asked);
        } catch (RefusedException | RepeatedException e) {
            return journal.answered(asked)
                    .map(told -> json.readValue(told, type))
                    .orElseThrow(() -> e);
        }
    }

    static <T extends Versioned> ResponseEntity<ApiResponse<T>> answer(ResponseEntity.BodyBuilder response, T done) {
        return response.eTag(EntityVersion.etag(done.version())).body(ApiResponse.of(done));
    }

    private Asked asked(Wanted wanted) {
        return new Asked(
                wanted.caller().externalId(),
                RequestContext.current().requestId(),
                wanted.action(),
                wanted.subject(),
                details(wanted.body()),
                repeatable(wanted),
                EntityVersion.ifMatch(wanted.request().getHeader("If-Match")));
    }

    private Map<String, Object> details(@Nullable Object body) {
        Map<String, Object> details = new HashMap<>();
        if (body != null) {
            details.putAll(json.convertValue(body, new TypeReference<Map<String, Object>>() {}));
            details.values().removeIf(value -> value == null);
            details.computeIfPresent(PASSWORD, (_, _) -> "***");
        }
        return details;
    }

    private Asked.@Nullable Once repeatable(Wanted wanted) {
        String key = wanted.request().getHeader("Idempotency-Key");
        if (key == null) {
            return null;
        }
        if (key.isBlank() || key.length() > LONGEST_KEY || !key.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw ApiException.validation(
                    "Idempotency-Key", "is 1 to " + LONGEST_KEY + " printable ASCII characters without spaces");
        }
        String request = wanted.request().getMethod() + "\n" + wanted.request().getRequestURI() + "\n"
                + (wanted.body() == null ? "" : json.writeValueAsString(wanted.body()));
        return new Asked.Once(key, HexFormat.of().formatHex(digest.apply(request)));
    }
}
