package io.neomt.provisioning.plan;

import java.util.regex.Pattern;

/** The version of the tenant template; compared as a number. */
public record TemplateVersion(String value) implements Comparable<TemplateVersion> {

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,17}");

    /** @throws IllegalArgumentException when the text is not a positive whole number */
    public TemplateVersion {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a version of the tenant template: '" + value + "'");
        }
    }

    @Override
    public int compareTo(TemplateVersion other) {
        return Long.compare(Long.parseLong(value), Long.parseLong(other.value));
    }

    @Override
    public String toString() {
        return value;
    }
}
