package io.neomt.commons.observability;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Tells steps to a collector of OpenTelemetry, some at a time; what it does not take in time is dropped. */
public final class CollectedTraces implements Traces {

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SdkTracerProvider provider;
    private final Tracer tracer;

    /**
     * @param collector speaks OTLP over HTTP
     * @param service as which its steps are told
     * @param share of the traces that begin here, 0 to 1; a trace that began elsewhere was decided on there
     */
    public CollectedTraces(URI collector, String service, double share) {
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(collector.resolve("/v1/traces").toString())
                .setTimeout(PATIENCE)
                .build();
        this.provider = SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), service)))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(share)))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                        .setScheduleDelay(EVERY)
                        .build())
                .build();
        this.tracer = provider.get("io.neomt");
    }

    @Override
    public Step begin(Kind kind, Optional<TraceParent> parent) {
        return new Begun(builder(kind, "begun", parent).startSpan());
    }

    @Override
    public boolean isTold(TraceParent parent) {
        return TraceFlags.fromHex(parent.flags(), 0).isSampled();
    }

    @Override
    public void tell(Kind kind, String name, TraceParent parent, Times times, Map<String, String> attributes) {
        Span span = builder(kind, name, Optional.of(parent))
                .setStartTimestamp(times.begun())
                .startSpan();
        attributes.forEach(span::setAttribute);
        span.end(times.ended());
    }

    private SpanBuilder builder(Kind kind, String name, Optional<TraceParent> parent) {
        SpanBuilder builder = tracer.spanBuilder(name).setSpanKind(kindOf(kind));
        return parent.map(before -> builder.setParent(Context.root().with(Span.wrap(contextOf(before)))))
                .orElseGet(builder::setNoParent);
    }

    private static SpanKind kindOf(Kind kind) {
        return switch (kind) {
            case SERVER -> SpanKind.SERVER;
            case PRODUCER -> SpanKind.PRODUCER;
            case CONSUMER -> SpanKind.CONSUMER;
        };
    }

    private static SpanContext contextOf(TraceParent parent) {
        return SpanContext.createFromRemoteParent(
                parent.traceId(), parent.spanId(), TraceFlags.fromHex(parent.flags(), 0), TraceState.getDefault());
    }

    @Override
    public void close() {
        provider.shutdown().join(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private record Begun(Span span) implements Step {

        @Override
        public TraceParent context() {
            SpanContext context = span.getSpanContext();
            return new TraceParent(
                    context.getTraceId(),
                    context.getSpanId(),
                    context.getTraceFlags().asHex());
        }

        @Override
        public void note(String attribute, String value) {
            span.setAttribute(attribute, value);
        }

        @Override
        public void end(String name, boolean failed) {
            span.updateName(name);
            if (failed) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        }
    }
}
