package io.neomt.commons.observability;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The release that is running, as the build wrote it down. */
public final class BuildVersion {

    private static final String FILE = "/io/neomt/commons/version.properties";

    private BuildVersion() {}

    public static String current() {
        try (InputStream file = BuildVersion.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the build has left out " + FILE);
            }
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
