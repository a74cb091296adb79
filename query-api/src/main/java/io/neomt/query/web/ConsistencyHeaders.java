package io.neomt.query.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.WebRequest;

/** How new an answer must be, and how new it was, as headers. */
public final class ConsistencyHeaders {

    static final String MODE = "X-Consistency";

    private static final String MINIMIZE_LATENCY = "minimize_latency";
    private static final String FULLY_CONSISTENT = "fully_consistent";

    private static final int MOST_TENANTS = 10_000;

    private final ConsistencyTokens tokens;
    private final IntSupplier epoch;
    private final Cache<TenantId, Signed> newest =
            Caffeine.newBuilder().maximumSize(MOST_TENANTS).build();

    /** A token that was signed before: most answers of a tenant are from one position. */
    private record Signed(ConsistencyToken token, String text) {}

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
    Requirement read(WebRequest request, TenantId tenant) {
        return read(request, token -> positionOf(token, tenant));
    }

    /** As {@link #read}, but where another tenant's token asks for nothing, since nothing of that tenant is read. */
    Requirement readAny(WebRequest request, TenantId tenant) {
        return read(request, token -> token.tenantId().equals(tenant) ? token.position() : Position.NONE);
    }

    private Requirement read(WebRequest request, Function<ConsistencyToken, Position> position) {
        @Nullable String token = request.getHeader(ConsistencyToken.HEADER);
        @Nullable String mode = request.getHeader(MODE);
        if (token == null && mode == null) {
            return Requirement.NONE;
        }
        return new Requirement(mode(mode), token == null ? Position.NONE : position.apply(verified(token)));
    }

    /** The token that a later read may carry to see no older state. */
    String token(TenantId tenant, Position position) {
        ConsistencyToken token = new ConsistencyToken(tenant, position, epoch.getAsInt());
        @Nullable Signed known = newest.getIfPresent(tenant);
        if (known != null && known.token().equals(token)) {
            return known.text();
        }
        String text = tokens.sign(token);
        newest.put(tenant, new Signed(token, text));
        return text;
    }

    private static Position positionOf(ConsistencyToken token, TenantId tenant) {
        if (!token.tenantId().equals(tenant)) {
            throw new ApiException(
                    ErrorCode.INVALID_CONSISTENCY_TOKEN, "the consistency token was given for another tenant");
        }
        return token.position();
    }

    private ConsistencyToken verified(String text) {
        ConsistencyToken token;
        try {
            token = tokens.verify(text);
        } catch (InvalidConsistencyTokenException e) {
            throw new ApiException(ErrorCode.INVALID_CONSISTENCY_TOKEN, String.valueOf(e.getMessage()));
        }
        if (token.epoch() != epoch.getAsInt()) {
            throw new ApiException(
                    ErrorCode.CONSISTENCY_TOKEN_EXPIRED,
                    "the consistency token is from before the event store was restored; ask again without it");
        }
        return token;
    }

    private static Mode mode(@Nullable String text) {
        return switch (text) {
            case null -> Mode.MINIMIZE_LATENCY;
            case MINIMIZE_LATENCY -> Mode.MINIMIZE_LATENCY;
            case FULLY_CONSISTENT -> Mode.FULLY_CONSISTENT;
            default ->
                throw new ApiException(
                        ErrorCode.VALIDATION_ERROR,
                        MODE + ": is " + MINIMIZE_LATENCY + " or " + FULLY_CONSISTENT,
                        Map.of("field", MODE, "allowed", List.of(MINIMIZE_LATENCY, FULLY_CONSISTENT)));
        };
    }
}
