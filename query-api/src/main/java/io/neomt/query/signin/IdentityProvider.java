package io.neomt.query.signin;

/** Who knows people's passwords. */
public interface IdentityProvider {

    /** By name and password. */
    SignedIn signIn(Place place, String username, String password);

    /** Tokens for a refresh token, which is good once. */
    SignedIn refresh(Place place, String refreshToken);

    /**
     * Ends the session of a refresh token.
     *
     * @return false when the provider did not answer; a session that has ended already is one that ends now
     */
    boolean signOut(Place place, String refreshToken);
}
