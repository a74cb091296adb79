package io.neomt.query.web;

import io.neomt.commons.consistency.ConsistencyToken;
import io.neomt.commons.consistency.ConsistencyTokens;
import io.neomt.commons.consistency.InvalidConsistencyTokenException;
import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ErrorCode;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.query.freshness.Requirement;
import io.neomt.query.freshness.Requirement.Mode;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How new an answer must be, and how new it was, as headers. */
public final class ConsistencyHeaders {

    static final String MODE = "X-Consistency";

    private static final String MINIMIZE_LATENCY = "minimize_latency";
    private static final String FULLY_CONSISTENT = "fully_consistent";

    private final ConsistencyTokens tokens;
    private final IntSupplier epoch;

    /** @param epoch of the event store */
    public ConsistencyHeaders(ConsistencyTokens tokens, IntSupplier epoch) {
        this.tokens = tokens;
        this.epoch = epoch;
    }

    /**
     * What a read of the tenant has to have seen.
     *
     * @throws ApiException 400 when a header is malformed or the token is another tenant's, 409 when it is of another
     *     epoch
     */
    Requirement read(@Nullable String token, @Nullable String mode, TenantId tenant) {
        return read(token, mode, tenant::equals);
    }

    /** @param tenants of which a token is taken */
    Requirement read(@Nullable String token, @Nullable String mode, Predicate<TenantId> tenants) {
        if (token == null && mode == null) {
            return Requirement.NONE;
        }
        return new Requirement(mode(mode), token == null ? Position.NONE : position(token, tenants));
    }

    /** The token that a later read may carry to see no older state. */
    String token(TenantId tenant, Position position) {
        return tokens.sign(new ConsistencyToken(tenant, position, epoch.getAsInt()));
    }

    private Position position(String text, Predicate<TenantId> tenants) {
        ConsistencyToken token = verified(text);
        if (!tenants.test(token.tenantId())) {
            throw new ApiException(
                    ErrorCode.INVALID_CONSISTENCY_TOKEN, "the consistency token was given for another tenant");
        }
        if (token.epoch() != epoch.getAsInt()) {
            throw new ApiException(
                    ErrorCode.CONSISTENCY_TOKEN_EXPIRED,
                    "the consistency token is from before the event store was restored; ask again without it");
        }
        return token.position();
    }

    private ConsistencyToken verified(String text) {
        try {
            return tokens.verify(text);
        } catch (InvalidConsistencyTokenException e) {
            throw new ApiException(ErrorCode.INVALID_CONSISTENCY_TOKEN, String.valueOf(e.getMessage()));
        }
    }

    private static Mode mode(@Nullable String text) {
        return switch (text) {
            case null -> Mode.MINIMIZE_LATENCY;
            case MINIMIZE_LATENCY -> Mode.MINIMIZE_LATENCY;
            case FULLY_CONSISTENT -> Mode.FULLY_CONSISTENT;
            default -> throw new ApiException(
                    ErrorCode.VALIDATION_ERROR,
                    MODE + ": is " + MINIMIZE_LATENCY + " or " + FULLY_CONSISTENT,
                    Map.of("field", MODE, "allowed", List.of(MINIMIZE_LATENCY, FULLY_CONSISTENT)));
        };
    }
}
