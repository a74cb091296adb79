package io.neomt.query.signin;

import org.jspecify.annotations.Nullable;

/** What came of signing in. */
public sealed interface SignedIn {

    /**
     * The person is in.
     *
     * @param expiresIn seconds that the access token is good for
     * @param refreshToken null where the provider gives none
     * @param refreshExpiresIn seconds that the refresh token is good for
     */
    record In(String accessToken, long expiresIn, @Nullable String refreshToken, long refreshExpiresIn)
            implements SignedIn {

        /** Without the tokens. */
        @Override
        public String toString() {
            return "In[" + expiresIn + " s]";
        }
    }

    /** Name, password or token are not right, or the tenant has no users; which of them is nobody's business. */
    record Wrong() implements SignedIn {}

    /** All is right, but a step is left that only the provider's own page can take, such as choosing a password. */
    record Unfinished() implements SignedIn {}

    /** Nobody may sign in to the tenant now. */
    record Closed() implements SignedIn {}

    /** The provider does not answer, or refuses us and not the person. */
    record Away() implements SignedIn {}
}
