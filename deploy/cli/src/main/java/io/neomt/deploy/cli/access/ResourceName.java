package io.neomt.deploy.cli.access;

import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A resource as people write it: {@code document/42}. */
record ResourceName(String type, String id) {

    static final class Converter implements ITypeConverter<ResourceName> {
        @Override
        public ResourceName convert(String text) {
            int slash = text.indexOf('/');
            if (slash < 1 || slash == text.length() - 1) {
                throw new TypeConversionException("'" + text + "' is not TYPE/ID, such as document/42");
            }
            return new ResourceName(text.substring(0, slash), text.substring(slash + 1));
        }
    }

    Map<String, Object> body() {
        return Map.of("type", type, "id", id);
    }

    /** As a part of a path. */
    String path() {
        return InTenant.encode(type) + "/" + InTenant.encode(id);
    }

    @Override
    public String toString() {
        return type + "/" + id;
    }
}
