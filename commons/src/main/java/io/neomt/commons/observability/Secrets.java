package io.neomt.commons.observability;

import java.util.regex.Pattern;

/** Takes tokens and passwords out of a text before it is logged, wherever it came from. */
final class Secrets {

    private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]{5,}(\\.[A-Za-z0-9_-]*){1,4}");
    private static final Pattern BEARER = Pattern.compile("(?i)(bearer\\s+)[^\\s\"',;]+");
    private static final Pattern NAMED = Pattern.compile(
            "(?i)((?:password|passwd|client[_-]?secret|secret|access[_-]?token|refresh[_-]?token|api[_-]?key)[\"']?\\s*[=:]\\s*[\"']?)"
                    + "[^\\s\"',;&}]+");
    private static final Pattern USER_INFO = Pattern.compile("(://[^/\\s:@]*:)[^@\\s/]+@");

    private Secrets() {}

    static String hide(String text) {
        String hidden = TOKEN.matcher(text).replaceAll("***");
        hidden = BEARER.matcher(hidden).replaceAll("$1***");
        hidden = NAMED.matcher(hidden).replaceAll("$1***");
        return USER_INFO.matcher(hidden).replaceAll("$1***@");
    }
}
