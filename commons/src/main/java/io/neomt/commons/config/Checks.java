package io.neomt.commons.config;

import io.neomt.commons.connections.Residency;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The checks that settings share. Never repeats a value, since it may be a secret. */
final class Checks {

    private Checks() {}

    static <T> T required(String key, @Nullable T value) {
        if (value == null || value.toString().isBlank()) {
            throw new ConfigurationException(key, "is missing; set it in the configuration or as " + variable(key));
        }
        return value;
    }

    static void inRange(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ConfigurationException(key, "is " + least + " to " + most + ", not " + value);
        }
    }

    static void longerThanNothing(String key, Duration duration) {
        if (!duration.isPositive()) {
            throw new ConfigurationException(key, "is longer than 0s");
        }
    }

    /** {@code name=value,…} */
    static Map<String, String> pairs(String key, String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : text.split(",", -1)) {
            int sign = pair.indexOf('=');
            if (sign > 0) {
                pairs.put(
                        pair.substring(0, sign).strip(),
                        pair.substring(sign + 1).strip());
            } else if (!pair.isBlank()) {
                throw new ConfigurationException(key, "is of the form id=value,id=value");
            }
        }
        return pairs;
    }

    static void regionCodes(String key, String text) {
        try {
            Residency.of(text);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(key, "is of the form us-east-1,eu-west-1, or empty for all regions");
        }
    }

    static void httpUrl(String key, @Nullable URI url) {
        String scheme = required(key, url).getScheme();
        boolean http = "http".equals(scheme) || "https".equals(scheme);
        if (!http || url == null || url.getHost() == null) {
            throw new ConfigurationException(key, "is a URL of the form https://host:port/path");
        }
    }

    static void base64(String key, @Nullable String value, int least, int most) {
        int bytes;
        try {
            bytes = Base64.getDecoder().decode(required(key, value)).length;
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(key, "is not base64");
        }
        if (bytes < least || bytes > most) {
            throw new ConfigurationException(
                    key,
                    "has " + (least == most ? "exactly " : "at least ") + least + " bytes in base64, not " + bytes);
        }
    }

    static String variable(String key) {
        return KnownKeys.toVariable(key);
    }
}
