package io.neomt.provisioning.store;

import io.neomt.provisioning.plan.Place;
import io.neomt.provisioning.run.Schemas;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/** The real schemas, but that something else happens before one of the calls. */
final class HookedSchemas {

    private HookedSchemas() {}

    /** @param hook told the place of each such call */
    static Schemas before(String call, Schemas real, Consumer<Place> hook) {
        return (Schemas) Proxy.newProxyInstance(
                Schemas.class.getClassLoader(), new Class<?>[] {Schemas.class}, (proxy, method, args) -> {
                    if (method.getName().equals("under")) {
                        return before(call, real.under((Runnable) args[0]), hook);
                    }
                    if (method.getName().equals(call)) {
                        hook.accept((Place) args[0]);
                    }
                    try {
                        return method.invoke(real, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
