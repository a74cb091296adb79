package io.neomt.view;

import java.util.regex.Pattern;

/** Where data lies, as a code such as {@code eu-west-1}. A tenant's rows never leave its region. */
public record Region(String code) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    /** @throws IllegalArgumentException when the code is not of 1 to 63 of a-z, 0-9 and -, a letter first */
    public Region {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "the code of a region has 1 to 63 of a-z, 0-9 and -, a letter first, unlike '" + code + "'");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
