package org.prakat.gateway.adapter.in.ui;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.prakat.gateway.adapter.in.ui.WebmasterApi.PublicationList;
import org.prakat.gateway.application.port.Services.Answer;
import org.prakat.gateway.application.port.Services.Caller;

/**
 * What waits for the webmasters of an office.
 *
 * @param assigned to be published, the urgent first, then by when it is due
 * @param amended on the site, with an approved request about it
 * @param outdated on the site, with an overdue check that it is current
 * @param late how many of those to be published are overdue
 */
public record WebmasterQueue(
        List<PublicationView> assigned, List<PublicationView> amended, List<PublicationView> outdated, long late) {

    private static final int MOST = 200;

    private static final Comparator<PublicationView> URGENT_FIRST = Comparator.comparing(
                    (PublicationView item) -> !item.form().urgent())
            .thenComparing(item -> item.due().at());

    /** Whether nothing waits. */
    public boolean isEmpty() {
        return assigned.isEmpty() && amended.isEmpty() && outdated.isEmpty();
    }

    static Answer<WebmasterQueue> of(WebmasterApi webmaster, Caller caller, Instant now) {
        return then(
                webmaster.ofStatus(caller, "ASSIGNED", null, MOST),
                assigned -> then(
                        webmaster.withAmendments(caller, null, MOST),
                        amended -> then(
                                webmaster.currencyOverdue(caller, null, MOST),
                                outdated -> new Answer.Done<>(queue(assigned, amended, outdated, now)))));
    }

    private static WebmasterQueue queue(
            PublicationList assigned, PublicationList amended, PublicationList outdated, Instant now) {
        List<PublicationView> inOrder =
                assigned.items().stream().sorted(URGENT_FIRST).toList();
        long late = inOrder.stream().filter(item -> item.isLateAt(now)).count();
        return new WebmasterQueue(inOrder, amended.items(), outdated.items(), late);
    }

    private interface Next<T, R> {

        Answer<R> after(T done);
    }

    private static <T, R> Answer<R> then(Answer<T> answer, Next<T, R> next) {
        return answer instanceof Answer.Done<T> done
                ? next.after(done.body())
                : new Answer.Refused<>(((Answer.Refused<T>) answer).problem());
    }
}
