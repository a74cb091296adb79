package io.neomt.provisioning.store;

import io.neomt.provisioning.run.Schemas;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Schemas whose making takes as long as something else does meanwhile. */
final class SlowSchemas {

    private SlowSchemas() {}

    static Schemas around(Schemas real, Runnable meanwhile) {
        return (Schemas) Proxy.newProxyInstance(
                Schemas.class.getClassLoader(), new Class<?>[] {Schemas.class}, (proxy, method, args) -> {
                    if (method.getName().equals("under")) {
                        return around(real.under((Runnable) args[0]), meanwhile);
                    }
                    if (method.getName().equals("make")) {
                        meanwhile.run();
                    }
                    try {
                        return method.invoke(real, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
