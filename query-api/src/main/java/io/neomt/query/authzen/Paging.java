package io.neomt.query.authzen;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the results is asked for.
 *
 * @param fingerprint of what is searched for
 * @param cursor where it begins, as the answer before it said; null for the first part
 * @param limit the most results that the answer holds
 */
public record Paging(String fingerprint, @Nullable String cursor, int limit) {

    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    /** @throws MalformedException when the token was not given for this very search */
    static Paging read(Fields body) {
        Fields page = body.optionalObject("page");
        page.attributes("properties");
        return of(body.all(), page.optionalText("token"), page.optionalCount("limit"));
    }

    /**
     * The part that a token of an earlier answer leads to, or the first one.
     *
     * @param searched what is searched for
     * @throws MalformedException when the token was not given for this very search
     */
    public static Paging of(Map<?, ?> searched, @Nullable String token, @Nullable Integer limit) {
        String fingerprint = PageToken.fingerprint(searched);
        if (token == null || token.isEmpty()) {
            return new Paging(fingerprint, null, Math.min(limit == null ? USUAL : limit, MOST));
        }
        PageToken given = PageToken.read(token, fingerprint);
        return new Paging(fingerprint, given.cursor(), Math.min(limit == null ? given.limit() : limit, MOST));
    }

    /** What the next request carries to get the part that begins at the cursor; empty where there is no more. */
    public String nextToken(@Nullable String next) {
        return next == null ? "" : new PageToken(fingerprint, limit, next).text();
    }
}
