package org.prakat.common.logs;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * What a process logs is also sent to where {@code prakat.logs.endpoint} says (OTLP over HTTP); without it nothing of that is
 * even loaded (ADR 32). It begins as soon as the settings are known, so that a service which does not start can tell why. Logs are the
 * process's: where several services share one, whoever begins first sends for all.
 */
public final class SentLogs implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final String ENDPOINT = "prakat.logs.endpoint";
    private static final String APPENDER = "sent";

    /** Once the logging system is set up, which throws out what was there before. */
    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        Environment environment = event.getEnvironment();
        begin(environment, environment.getRequiredProperty("spring.application.name"));
    }

    /**
     * Begins to send, where somebody said where to.
     *
     * @param process the name under which its lines are found
     */
    public static void begin(Environment environment, String process) {
        String endpoint = environment.getProperty(ENDPOINT);
        if (!StringUtils.hasText(endpoint) || root().getAppender(APPENDER) != null) {
            return;
        }
        String replica = environment.getProperty(
                "HOSTNAME", String.valueOf(ProcessHandle.current().pid()));
        Appender<ILoggingEvent> appender = new OtlpAppender(endpoint, process, replica);
        appender.setName(APPENDER);
        appender.setContext(root().getLoggerContext());
        appender.start();
        root().addAppender(appender);
    }

    /** Sends the last lines, for three seconds at most, and then no more. A service alone need not ask: the logging system does. */
    public static void end() {
        Appender<ILoggingEvent> appender = root().getAppender(APPENDER);
        if (appender != null) {
            root().detachAppender(appender);
            appender.stop();
        }
    }

    private static Logger root() {
        return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
