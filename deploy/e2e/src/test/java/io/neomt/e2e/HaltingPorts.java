package io.neomt.e2e;

import io.neomt.provisioning.run.Caches;
import io.neomt.provisioning.run.IdentityRealms;
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

/** Ports that do nothing before they are told to begin, and stop for ever before or after one of the calls. */
final class HaltingPorts {

    private final Consumer<String> halted;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);
    private final AtomicInteger passed = new AtomicInteger();
    private volatile Point point = Point.NONE;

    HaltingPorts(Consumer<String> halted) {
        this.halted = halted;
    }

    /** @param where as {@code before make}, or {@code after provisioning 2} for the second such call */
    void begin(String where) {
        point = Point.of(where);
        begun.countDown();
    }

    Ports around(Ports ports) {
        return new Ports(
                around(Operations.class, ports.operations()),
                ports.tenants(),
                around(Schemas.class, ports.schemas()),
                around(IdentityRealms.class, ports.realms()),
                around(Caches.class, ports.caches()),
                around(Reports.class, ports.reports()),
                ports.nanoTime());
    }

    private <T> T around(Class<T> type, T port) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> call(port, method, args)));
    }

    private Object call(Object port, Method method, Object[] args) throws Throwable {
        begun.await();
        String name = method.getName();
        pass("before " + name);
        try {
            Object result = method.invoke(port, args);
            pass("after " + name);
            return result instanceof Schemas held ? around(Schemas.class, held) : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void pass(String call) throws InterruptedException {
        Point wanted = point;
        if (wanted.call().equals(call) && passed.incrementAndGet() == wanted.number()) {
            halted.accept(call);
            never.await();
        }
    }

    private record Point(String call, int number) {

        static final Point NONE = new Point("", 0);

        static Point of(String where) {
            String[] words = where.split(" ", 3);
            return new Point(words[0] + " " + words[1], words.length < 3 ? 1 : Integer.parseInt(words[2]));
        }
    }
}
