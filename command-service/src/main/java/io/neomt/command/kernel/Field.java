package io.neomt.command.kernel;

import java.util.Collection;
import java.util.regex.Pattern;

/** What the fields of commands may hold. Every check throws {@link InvalidFieldException} and returns its value. */
public final class Field {

    private static final int LINE = 255;
    private static final int TEXT = 1000;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]{1,189}");

    private Field() {}

    /** One line of 1 to 255 characters for people to read. */
    public static String line(String field, String value) {
        if (value.isBlank() || value.length() > LINE || hasControls(value) || isBroken(value)) {
            throw new InvalidFieldException(field, "is one line of 1 to " + LINE + " characters, not blank");
        }
        return value;
    }

    /** At most 1,000 characters for people to read; may be empty. */
    public static String text(String field, String value) {
        if (value.length() > TEXT || value.indexOf('\0') >= 0 || isBroken(value)) {
            throw new InvalidFieldException(field, "has at most " + TEXT + " characters, none of them U+0000");
        }
        return value;
    }

    public static String email(String field, String value) {
        if (!EMAIL.matcher(value).matches()) {
            throw new InvalidFieldException(field, "is an e-mail address of at most 254 characters");
        }
        return value;
    }

    public static String matching(Pattern pattern, String field, String value, String issue) {
        if (!pattern.matcher(value).matches()) {
            throw new InvalidFieldException(field, issue);
        }
        return value;
    }

    public static void atMost(int size, String field, Collection<?> values) {
        if (values.size() > size) {
            throw new InvalidFieldException(field, "holds at most " + size + " values, not " + values.size());
        }
    }

    private static boolean hasControls(String value) {
        return value.chars().anyMatch(Character::isISOControl);
    }

    /** Half of a character outside the basic plane has no bytes of its own and would be stored as something else. */
    private static boolean isBroken(String value) {
        return value.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE);
    }
}
