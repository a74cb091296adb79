package io.neomt.permission;

/** The form of a resource or an action: a lower-case name of 1 to 63 characters. */
final class Segment {

    static final String WILDCARD = "*";
    private static final int LONGEST = 63;

    private Segment() {}

    static String name(String kind, String text) {
        if (WILDCARD.equals(text)) {
            throw new InvalidPermissionException(
                    "a check names one " + kind + "; '*' is allowed in grants and denials only");
        }
        return form(kind, text);
    }

    static String nameOrWildcard(String kind, String text) {
        return WILDCARD.equals(text) ? text : form(kind, text);
    }

    static String form(String kind, String text) {
        if (!isName(text)) {
            throw new InvalidPermissionException("the " + kind
                    + " is a lower-case letter followed by at most 62 of a-z, 0-9, _ and -, not '" + text + "'");
        }
        return text;
    }

    static String[] threeOf(String text) {
        String[] segments = text.split("\\.", -1);
        if (segments.length != 3) {
            throw new InvalidPermissionException("a permission has three segments, resource.action.scope, not "
                    + segments.length + " as in '" + text + "'");
        }
        return segments;
    }

    private static boolean isName(String text) {
        if (text.isEmpty() || text.length() > LONGEST || !isLetter(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetter(c) && (c < '0' || c > '9') && c != '_' && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }
}
