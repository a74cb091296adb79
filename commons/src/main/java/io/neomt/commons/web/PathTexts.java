package io.neomt.commons.web;

import java.util.function.Function;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterRegistry;

/** Lets controllers take ids and permission codes from paths and queries as what they are. */
public final class PathTexts {

    private PathTexts() {}

    public static void register(ConverterRegistry registry) {
        IdText.readers().forEach((type, read) -> register(registry, type, read));
    }

    @SuppressWarnings("unchecked")
    private static <T> void register(ConverterRegistry registry, Class<T> type, Function<String, ?> read) {
        Converter<String, T> converter = text -> (T) read.apply(text);
        registry.addConverter(String.class, type, converter);
    }
}
