package io.neomt.permission;

/**
 * One resource, such as {@code document/42}.
 *
 * @param type a lower-case name of at most 63 characters
 * @param id 1 to 255 printable characters
 */
public record Instance(String type, String id) {

    private static final int LONGEST_ID = 255;

    /** @throws InvalidPermissionException when the type or the id is not well-formed */
    public Instance {
        Segment.form("resource type", type);
        if (id.isBlank() || id.length() > LONGEST_ID || id.codePoints().anyMatch(Instance::unprintable)) {
            throw new InvalidPermissionException(
                    "the resource id has 1 to " + LONGEST_ID + " characters, each of them printable");
        }
    }

    /** Half a pair of surrogates cannot be written in UTF-8, where it would become some other id. */
    private static boolean unprintable(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
    }

    @Override
    public String toString() {
        return type + "/" + id;
    }
}
