package io.neomt.command.web;

import io.neomt.command.kernel.Actor;
import io.neomt.command.kernel.Command;
import io.neomt.command.kernel.CommandEnvelope;
import io.neomt.command.kernel.InvalidFieldException;
import io.neomt.command.kernel.Rejection;
import io.neomt.command.model.Outcome;
import io.neomt.command.model.Outcome.Accepted;
import io.neomt.command.model.Outcome.Failed;
import io.neomt.command.model.Outcome.Refused;
import io.neomt.command.model.Outcome.Unavailable;
import io.neomt.command.user.UserCommand.MeetUser;
import io.neomt.commons.consistency.ConsistencyToken;
import io.neomt.commons.consistency.ConsistencyTokens;
import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ApiResponse;
import io.neomt.commons.web.EntityVersion;
import io.neomt.commons.web.ErrorCode;
import io.neomt.event.TenantId;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Sends a command and answers with what became of it. */
public final class Writes {

    private static final String CONSISTENCY_TOKEN = "Consistency-Token";

    private final Function<CommandEnvelope, Outcome> commands;
    private final Envelopes envelopes;
    private final ConsistencyTokens tokens;
    private final IntSupplier epoch;

    /**
     * @param commands deals with a command and returns when it is dealt with
     * @param epoch of the event store
     */
    public Writes(
            Function<CommandEnvelope, Outcome> commands,
            Envelopes envelopes,
            ConsistencyTokens tokens,
            IntSupplier epoch) {
        this.commands = commands;
        this.envelopes = envelopes;
        this.tokens = tokens;
        this.epoch = epoch;
    }

    /** 201 with the place of what was created below the path of the request; 200 when it was there. */
    ResponseEntity<ApiResponse<Map<String, Object>>> create(
            Sender sender, TenantId tenant, Object body, Supplier<Command> command) {
        Accepted accepted = submit(sender, tenant, body, command);
        ResponseEntity.BodyBuilder response = begin(accepted, HttpStatus.CREATED);
        if (accepted.changed()) {
            response.location(URI.create(sender.path() + "/" + accepted.data().get("id")));
        }
        return response.body(ApiResponse.of(accepted.data()));
    }

    /** 202, since views will show it soon; 200 when nothing was left to do. */
    ResponseEntity<ApiResponse<Map<String, Object>>> change(
            Sender sender, TenantId tenant, @Nullable Object body, Supplier<Command> command) {
        Accepted accepted = submit(sender, tenant, body, command);
        return begin(accepted, HttpStatus.ACCEPTED).body(ApiResponse.of(accepted.data()));
    }

    /** @return whether the tenant knows the newcomer now */
    boolean introduce(Actor.Newcomer newcomer, MeetUser command) {
        return switch (commands.apply(envelopes.of(newcomer, command))) {
            case Accepted _ -> true;
            case Unavailable unavailable -> throw away(unavailable);
            case Refused _, Failed _ -> false;
        };
    }

    private ResponseEntity.BodyBuilder begin(Accepted accepted, HttpStatus whenChanged) {
        return ResponseEntity.status(accepted.changed() ? whenChanged : HttpStatus.OK)
                .eTag(EntityVersion.etag(accepted.version()))
                .header(
                        CONSISTENCY_TOKEN,
                        tokens.sign(new ConsistencyToken(accepted.tenant(), accepted.position(), epoch.getAsInt())));
    }

    private Accepted submit(Sender sender, TenantId tenant, @Nullable Object body, Supplier<Command> command) {
        return switch (commands.apply(envelope(sender, tenant, body, command))) {
            case Accepted accepted -> accepted;
            case Refused refused -> throw refusal(refused.rejection());
            case Unavailable unavailable -> throw away(unavailable);
            case Failed _ ->
                throw new ApiException(
                        ErrorCode.INTERNAL_ERROR,
                        "something went wrong here; nothing was changed, and the request id finds it in the log");
        };
    }

    private static ApiException away(Unavailable unavailable) {
        return ApiException.unavailable(
                ErrorCode.SERVICE_UNAVAILABLE,
                unavailable.message(),
                Duration.ofSeconds(unavailable.retryAfterSeconds()));
    }

    private CommandEnvelope envelope(Sender sender, TenantId tenant, @Nullable Object body, Supplier<Command> command) {
        try {
            return envelopes.of(sender, tenant, body, command.get());
        } catch (InvalidFieldException e) {
            throw ApiException.validation(e.field(), e.issue());
        }
    }

    private static ApiException refusal(Rejection rejection) {
        return new ApiException(
                new ErrorCode(rejection.code().kind().status(), rejection.code().name()),
                rejection.message(),
                rejection.details());
    }
}
