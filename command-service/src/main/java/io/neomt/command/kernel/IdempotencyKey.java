package io.neomt.command.kernel;

/**
 * What makes a retry of a request harmless.
 *
 * @param key chosen by the client, unique for the actor within the tenant
 * @param requestHash hexadecimal digest of method, path and body
 */
public record IdempotencyKey(String key, String requestHash) {

    public static final int MAX_LENGTH = 200;

    /** @throws InvalidFieldException when the key is blank, too long or holds other than printable ASCII */
    public IdempotencyKey {
        if (key.isBlank() || key.length() > MAX_LENGTH || !key.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw new InvalidFieldException(
                    "Idempotency-Key", "is 1 to " + MAX_LENGTH + " printable ASCII characters without spaces");
        }
    }
}
