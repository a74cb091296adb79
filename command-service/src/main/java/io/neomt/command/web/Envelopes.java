package io.neomt.command.web;

import io.neomt.command.kernel.Actor;
import io.neomt.command.kernel.Command;
import io.neomt.command.kernel.CommandEnvelope;
import io.neomt.command.kernel.IdempotencyKey;
import io.neomt.commons.security.Caller;
import io.neomt.commons.security.TenantAccess;
import io.neomt.commons.web.EntityVersion;
import io.neomt.commons.web.RequestContext;
import io.neomt.event.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Puts a command into its envelope: sender, request, time. */
public final class Envelopes {

    private static final int LONGEST_ID = 255;

    private final TenantAccess access;
    private final JsonMapper json;
    private final InstantSource clock;
    private final Supplier<UUID> ids;

    /** @param ids gives UUIDv7 */
    public Envelopes(TenantAccess access, JsonMapper json, InstantSource clock, Supplier<UUID> ids) {
        this.access = access;
        this.json = json;
        this.clock = clock;
        this.ids = ids;
    }

    CommandEnvelope of(Sender sender, TenantId tenant, @Nullable Object body, Command command) {
        return envelope(
                tenant,
                actor(sender.caller()),
                idempotencyKey(sender, body),
                EntityVersion.ifMatch(sender.request().getHeader("If-Match")),
                Reason.of(sender.request().getHeader(Reason.HEADER)),
                command);
    }

    /** What the headers of the request say is said of another command. */
    CommandEnvelope of(Actor.Newcomer newcomer, Command command) {
        return envelope(newcomer.home(), newcomer, null, null, null, command);
    }

    private CommandEnvelope envelope(
            TenantId tenant,
            Actor actor,
            @Nullable IdempotencyKey idempotencyKey,
            @Nullable Long ifMatch,
            @Nullable String reason,
            Command command) {
        RequestContext context = RequestContext.current();
        return new CommandEnvelope(
                ids.get(),
                tenant,
                actor,
                bounded(context.correlationId()),
                bounded(context.requestId()),
                context.trace().toString(),
                // what the database keeps of a time
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                idempotencyKey,
                ifMatch,
                command,
                bounded(context.requestId()),
                reason);
    }

    private Actor actor(Caller caller) {
        TenantId home =
                caller.platform() ? TenantId.PLATFORM : access.home(caller).id();
        return new Actor.User(home, caller.externalId());
    }

    private @Nullable IdempotencyKey idempotencyKey(Sender sender, @Nullable Object body) {
        String key = sender.request().getHeader("Idempotency-Key");
        return key == null ? null : new IdempotencyKey(key, hash(sender, body));
    }

    /** Of what the request says and not of how it is spelled: white space and the order of fields do not count. */
    private String hash(Sender sender, @Nullable Object body) {
        String request = sender.request().getMethod() + "\n" + sender.path() + "\n"
                + (body == null ? "" : json.writeValueAsString(body));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(request.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this runtime offers no SHA-256", e);
        }
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST_ID ? text : text.substring(0, LONGEST_ID);
    }
}
