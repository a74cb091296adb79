package io.neomt.projection.stream;

import io.neomt.projection.kernel.TenantEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Hands each poll to the engine, tenants side by side, and is done with it when all of them are through, wait or are
 * parked. Positions are kept with the views; an offset is only a hint where to go on.
 */
public final class EventListener implements BatchMessageListener<String, byte[]> {

    private final RecordReader reader;
    private final TenantEngine engine;
    private final ExecutorService workers;
    private final Aside aside;

    /**
     * @param workers on which tenants are worked on, bounded by whoever made it
     * @param aside is handed all of it, too, and not waited for
     */
    public EventListener(RecordReader reader, TenantEngine engine, ExecutorService workers, Aside aside) {
        this.reader = reader;
        this.engine = engine;
        this.workers = workers;
        this.aside = aside;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> records) {
        Deliveries deliveries = new Deliveries();
        records.forEach(record -> reader.read(record, deliveries));
        List<Future<?>> running = submit(deliveries);
        deliveries.byTenant().forEach((tenant, delivery) -> aside.deliver(tenant, delivery.events(), delivery.upTo()));
        awaitAll(running);
    }

    private List<Future<?>> submit(Deliveries deliveries) {
        List<Future<?>> running = new ArrayList<>();
        deliveries
                .byTenant()
                .forEach((tenant, delivery) ->
                        running.add(workers.submit(() -> engine.deliver(tenant, delivery.events(), delivery.upTo()))));
        return running;
    }

    private static void awaitAll(List<Future<?>> running) {
        try {
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the engine failed outside of any tenant", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the service is stopping", e);
        }
    }
}
