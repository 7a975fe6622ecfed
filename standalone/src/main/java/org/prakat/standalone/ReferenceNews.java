package org.prakat.standalone;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.prakat.common.reference.ReferenceData;
import org.prakat.gateway.application.port.Accounts;
import org.prakat.gateway.application.port.Definitions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;

/**
 * What is laid down at the gateway reaches the services by events. Who comes in right after a first start is not to be refused
 * by a service that has not heard of their appointment order yet.
 */
final class ReferenceNews {

    private static final Logger log = LoggerFactory.getLogger(ReferenceNews.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int STEP_MILLIS = 20;
    private static final int OF_EACH_KIND = 100;

    private final List<String> subjects;

    private ReferenceNews(List<String> subjects) {
        this.subjects = subjects;
    }

    /** The first things of each kind; a first start lays down no more. */
    static ReferenceNews of(ApplicationContext gateway) {
        Stream<String> definitions = gateway.getBeansOfType(Definitions.class).values().stream()
                .flatMap(kind -> subjects((Definitions<?>) kind));
        Stream<String> staff = gateway.getBean(Accounts.class).list(null, OF_EACH_KIND).items().stream()
                .map(account -> account.state().defined(account.version()).subject());
        return new ReferenceNews(Stream.concat(definitions, staff).toList());
    }

    private static Stream<String> subjects(Definitions<?> kind) {
        return kind.list(null, OF_EACH_KIND).items().stream()
                .map(thing -> thing.state().subject());
    }

    /** Returns when those that judge by it have heard of all of it, or when it takes too long: the start does not fail for it. */
    void awaitAt(List<? extends ApplicationContext> services) {
        for (ApplicationContext service : services) {
            ReferenceData reference =
                    service.getBeanProvider(ReferenceData.class).getIfAvailable();
            if (reference != null && !comesTo(reference)) {
                log.warn("{} has not heard of all that is laid down", service.getId());
            }
        }
    }

    private boolean comesTo(ReferenceData reference) {
        long begin = System.nanoTime();
        while (!reference.knows(subjects)) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
