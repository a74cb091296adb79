package io.neomt.e2e;

import io.neomt.provisioning.run.Ports;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Lets the worker of a process that was started for it take up tenants when it is told to, and stop for ever at one call
 * of a port. It is the worker as it is otherwise: its own main class, settings, connections and threads.
 */
public final class HaltingWorker implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The system property of such processes. */
    static final String SWITCH = "test.halting";

    static final String SAYS = "halting: ";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (Boolean.getBoolean(SWITCH)) {
            HaltingPorts halting = new HaltingPorts(HaltingWorker::say);
            context.getBeanFactory().addBeanPostProcessor(wrapping(halting));
            context.addApplicationListener((ApplicationReadyEvent event) -> listen(halting));
        }
    }

    private static BeanPostProcessor wrapping(HaltingPorts halting) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                return bean instanceof Ports ports ? halting.around(ports) : bean;
            }
        };
    }

    private static void listen(HaltingPorts halting) {
        Thread.ofPlatform().daemon().start(() -> hear(halting));
        say("ready");
    }

    private static void hear(HaltingPorts halting) {
        try {
            BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            String point;
            while ((point = lines.readLine()) != null) {
                halting.begin(point);
            }
        } catch (IOException _) {
            // as at the end of the input
        }
        // whoever started the process is gone
        Runtime.getRuntime().halt(1);
    }

    private static void say(String line) {
        System.out.println(SAYS + line);
    }
}
