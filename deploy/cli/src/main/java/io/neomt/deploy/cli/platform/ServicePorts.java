package io.neomt.deploy.cli.platform;

import io.neomt.deploy.embedded.StackPorts;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Collectors;

/** Which port each service takes. */
public final class ServicePorts {

    private ServicePorts() {}

    /** Free ones. */
    public static Map<ServiceName, Integer> free() {
        Map<ServiceName, Integer> ports = new EnumMap<>(ServiceName.class);
        Iterator<Integer> free = StackPorts.free(ServiceName.values().length).iterator();
        for (ServiceName service : ServiceName.values()) {
            ports.put(service, free.next());
        }
        return ports;
    }

    /**
     * The documented ones.
     *
     * @throws RuntimeException when one is taken, naming it and its owner
     */
    static Map<ServiceName, Integer> documented() {
        Map<ServiceName, Integer> ports = new EnumMap<>(ServiceName.class);
        for (ServiceName service : ServiceName.values()) {
            ports.put(service, service.defaultPort());
        }
        StackPorts.refuseTaken(ports.entrySet().stream()
                .collect(Collectors.toMap(port -> port.getKey().toString(), Map.Entry::getValue)));
        return ports;
    }
}
