package io.neomt.permission;

/**
 * One resource, such as {@code document/42}.
 *
 * @param type a lower-case name of at most 63 characters
 * @param id 1 to 255 printable characters
 */
public record Instance(String type, String id) {

    private static final int LONGEST_ID = 255;

    /** What ids are like, as the rest of a sentence about one. */
    public static final String ID_FORM = "has 1 to " + LONGEST_ID + " characters, each of them printable";

    /** @throws InvalidPermissionException when the type or the id is not well-formed */
    public Instance {
        Segment.form("resource type", type);
        if (!isId(id)) {
            throw new InvalidPermissionException("the resource id " + ID_FORM);
        }
    }

    /** Whether a resource may have this id. */
    public static boolean isId(String id) {
        return !id.isBlank() && id.length() <= LONGEST_ID && id.codePoints().noneMatch(Instance::unprintable);
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
