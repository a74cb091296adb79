package io.neomt.command.kernel;

import io.neomt.permission.Terms;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the fields of commands may hold. Every check throws {@link InvalidFieldException} and returns its value. */
public final class Field {

    private static final int LINE = 255;
    private static final int TEXT = 1000;
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]{1,189}");
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]{0,99}");
    private static final Pattern EXTERNAL_ID = Pattern.compile("[\\x21-\\x7e]{1,200}");

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
        if (value.length() > TEXT || !isStorable(value)) {
            throw new InvalidFieldException(field, "has at most " + TEXT + " characters, none of them U+0000");
        }
        return value;
    }

    /** A line that tells things apart whatever the case of its letters; some letters are two in lower case. */
    public static String name(String field, String value) {
        if (line(field, value).toLowerCase(Locale.ROOT).length() > LINE) {
            throw new InvalidFieldException(field, "has at most " + LINE + " characters in lower case, too");
        }
        return value;
    }

    /** Whether every store keeps the text as it is: it holds no zero and no half of a surrogate pair. */
    public static boolean isStorable(String value) {
        return value.indexOf('\0') < 0 && !isBroken(value);
    }

    public static String email(String field, String value) {
        if (!EMAIL.matcher(value).matches()) {
            throw new InvalidFieldException(field, "is an e-mail address of at most 254 characters");
        }
        return value;
    }

    public static String username(String field, String value) {
        return matching(
                USERNAME, field, value, "is 1 to 100 of a-z, A-Z, 0-9 and '._@+-', starting with a letter or digit");
    }

    /** By which a realm knows a user. */
    public static String externalId(String field, String value) {
        return matching(EXTERNAL_ID, field, value, "is 1 to 200 printable ASCII characters without spaces");
    }

    public static String matching(Pattern pattern, String field, String value, String issue) {
        if (!pattern.matcher(value).matches()) {
            throw new InvalidFieldException(field, issue);
        }
        return value;
    }

    /** What limits something that is given. */
    public static Terms terms(
            String at, @Nullable Instant validFrom, @Nullable Instant expiresAt, @Nullable String condition) {
        if (condition != null && (condition.isBlank() || !isStorable(condition))) {
            throw new InvalidFieldException(
                    at + "condition", "is a text and not blank; leave it out where there is none");
        }
        return Terms.of(bound(at + "valid_from", validFrom), bound(at + "expires_at", expiresAt), condition);
    }

    private static @Nullable Instant bound(String field, @Nullable Instant bound) {
        if (bound == null) {
            return null;
        }
        if (!bound.equals(bound.truncatedTo(ChronoUnit.MILLIS))) {
            throw new InvalidFieldException(
                    field, "is in whole milliseconds; the finer part of " + bound + " would be lost");
        }
        if (bound.isBefore(EARLIEST) || bound.isAfter(LATEST)) {
            throw new InvalidFieldException(field, "lies between the years 1970 and 9999");
        }
        return bound;
    }

    public static void atMostBytes(int size, String field, String value) {
        int bytes = value.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > size) {
            throw new InvalidFieldException(field, "takes at most " + size + " bytes, not " + bytes);
        }
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
