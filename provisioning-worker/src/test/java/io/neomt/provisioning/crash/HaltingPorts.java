package io.neomt.provisioning.crash;

import io.neomt.provisioning.run.Operations;
import io.neomt.provisioning.run.Ports;
import io.neomt.provisioning.run.Reports;
import io.neomt.provisioning.run.Schemas;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Ports that stop for ever before or after one of the calls, counted from 0: there the process is to be killed. */
final class HaltingPorts {

    private final int haltAt;
    private final Consumer<String> halted;
    private final AtomicInteger passed = new AtomicInteger();

    HaltingPorts(int haltAt, Consumer<String> halted) {
        this.haltAt = haltAt;
        this.halted = halted;
    }

    Ports around(Ports ports) {
        return new Ports(
                around(Operations.class, ports.operations()),
                ports.tenants(),
                around(Schemas.class, ports.schemas()),
                ports.realms(),
                ports.caches(),
                around(Reports.class, ports.reports()),
                ports.nanoTime());
    }

    private <T> T around(Class<T> type, T port) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> call(port, method, args)));
    }

    private Object call(Object port, Method method, Object[] args) throws Throwable {
        pass("before " + method.getName());
        try {
            Object result = method.invoke(port, args);
            pass("after " + method.getName());
            return result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void pass(String where) throws InterruptedException {
        if (passed.getAndIncrement() == haltAt) {
            halted.accept(where);
            new CountDownLatch(1).await();
        }
    }
}
