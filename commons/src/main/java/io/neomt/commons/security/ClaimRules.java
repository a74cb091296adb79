package io.neomt.commons.security;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** What the claims of a rightly signed token must say. */
final class ClaimRules {

    private static final int LONGEST_NAME = 255;

    private final String audience;
    private final Duration skew;
    private final InstantSource clock;

    ClaimRules(String audience, Duration skew, InstantSource clock) {
        this.audience = audience;
        this.skew = skew;
        this.clock = clock;
    }

    VerifiedToken check(JWTClaimsSet claims, Realm realm) throws UnauthenticatedException, ParseException {
        Instant goodUntil = goodUntil(claims);
        if (isAhead(claims.getNotBeforeTime())) {
            throw new UnauthenticatedException("the token is not valid yet");
        }
        if (isAhead(claims.getIssueTime())) {
            throw new UnauthenticatedException("the token was issued in the future");
        }
        if (!claims.getAudience().contains(audience)) {
            throw new UnauthenticatedException("the token is not meant for " + audience);
        }
        String subject = claims.getSubject();
        if (subject == null || subject.isBlank() || subject.length() > LONGEST_NAME) {
            throw new UnauthenticatedException("the token names no subject");
        }
        String name = claims.getStringClaim("preferred_username");
        return new VerifiedToken(
                new Caller(
                        realm.name(),
                        realm.tenantSlug(),
                        subject,
                        name == null ? subject : name,
                        realm.platform(),
                        Persons.of(claims)),
                goodUntil,
                session(claims, realm));
    }

    /** A session whose token does not say when it was given counts as given before everything. */
    private static @Nullable Session session(JWTClaimsSet claims, Realm realm) throws ParseException {
        String id = claims.getStringClaim("sid");
        Date issued = claims.getIssueTime();
        return id == null ? null : new Session(realm.name(), id, issued == null ? Instant.EPOCH : issued.toInstant());
    }

    private Instant goodUntil(JWTClaimsSet claims) throws UnauthenticatedException {
        Date expires = claims.getExpirationTime();
        if (expires == null) {
            throw new UnauthenticatedException("the token never expires");
        }
        Instant goodUntil = expires.toInstant().plus(skew);
        if (!clock.instant().isBefore(goodUntil)) {
            throw new UnauthenticatedException("the token has expired");
        }
        return goodUntil;
    }

    private boolean isAhead(@Nullable Date time) {
        return time != null && time.toInstant().minus(skew).isAfter(clock.instant());
    }
}
