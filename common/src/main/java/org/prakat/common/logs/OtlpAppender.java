package org.prakat.common.logs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor;
import io.opentelemetry.sdk.resources.Resource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Puts each line in a queue that is emptied once a second by a thread of its own, in packages. Whoever logs never waits: while nobody takes
 * the packages the queue fills up, and then lines are thrown away. The trace of a line is that of the thread that logs it.
 */
final class OtlpAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

    /** With 12 kB of {@link DiscreetLine} each at the very most, some megabytes. */
    static final int LINES_THAT_WAIT = 1000;

    private static final int LINES_IN_A_PACKAGE = 250;
    private static final long SECONDS_FOR_THE_LAST_LINES = 3;

    /** Whoever sends the lines logs that it cannot; sent on, that would go on for ever. */
    private static final String SENDER = "io.opentelemetry.";

    private static final List<AttributeKey<String>> IDS =
            List.of(AttributeKey.stringKey("requestId"), AttributeKey.stringKey("eventId"));

    private final SdkLoggerProvider lines;

    OtlpAppender(String endpoint, String process, String replica) {
        Resource resource = Resource.builder()
                .put("service.name", process)
                .put("service.instance.id", replica)
                .build();
        BatchLogRecordProcessor queue = BatchLogRecordProcessor.builder(OtlpHttpLogRecordExporter.builder()
                        .setEndpoint(endpoint)
                        .build())
                .setMaxQueueSize(LINES_THAT_WAIT)
                .setMaxExportBatchSize(LINES_IN_A_PACKAGE)
                .build();
        this.lines = SdkLoggerProvider.builder()
                .setResource(resource)
                .addLogRecordProcessor(queue)
                .build();
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLoggerName().startsWith(SENDER)) {
            return;
        }
        LogRecordBuilder line = lines.get(event.getLoggerName())
                .logRecordBuilder()
                .setTimestamp(event.getInstant())
                .setSeverity(severity(event.getLevel()))
                .setSeverityText(event.getLevel().toString())
                .setBody(DiscreetLine.of(event.getFormattedMessage()));
        Map<String, String> context = event.getMDCPropertyMap();
        IDS.stream()
                .filter(id -> context.containsKey(id.getKey()))
                .forEach(id -> line.setAttribute(id, context.get(id.getKey())));
        attach(line, event.getThrowableProxy());
        line.emit();
    }

    private static void attach(LogRecordBuilder line, IThrowableProxy thrown) {
        if (thrown instanceof ThrowableProxy known) {
            line.setAttribute("exception.type", thrown.getClassName());
            line.setAttribute("exception.stacktrace", DiscreetLine.stackOf(known.getThrowable()));
        }
    }

    private static Severity severity(Level level) {
        return switch (level.toInt()) {
            case Level.ERROR_INT -> Severity.ERROR;
            case Level.WARN_INT -> Severity.WARN;
            case Level.INFO_INT -> Severity.INFO;
            case Level.DEBUG_INT -> Severity.DEBUG;
            default -> Severity.TRACE;
        };
    }

    @Override
    public void stop() {
        if (isStarted()) {
            super.stop();
            lines.shutdown().join(SECONDS_FOR_THE_LAST_LINES, TimeUnit.SECONDS);
        }
    }
}
