package org.prakat.request.application;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.request.application.port.Outcomes;
import org.prakat.request.application.port.WebhookCalls;
import org.prakat.request.application.port.WebhookDeliveries;
import org.prakat.request.application.port.Webhooks;
import org.prakat.request.domain.Webhook;
import org.prakat.request.domain.WebhookDelivery;

/** Another office says where it wishes to be told its outcomes, looks at what was delivered, and has it delivered again. */
public final class KeepWebhook {

    /**
     * What it says.
     *
     * @param active absent: yes
     * @param after for a new one, the cursor that the deliveries begin after; absent: what comes from now on
     */
    public record Wish(@Nullable String url, @Nullable Boolean active, @Nullable String after) {}

    /** A webhook, and whether its secret is yet to be shown. */
    public record Kept(Webhook webhook, boolean isNew) {}

    private static final int LONGEST_URL = 500;

    private final Webhooks webhooks;
    private final WebhookDeliveries deliveries;
    private final Outcomes outcomes;
    private final WebhookCalls calls;
    private final InstantSource clock;

    public KeepWebhook(
            Webhooks webhooks,
            WebhookDeliveries deliveries,
            Outcomes outcomes,
            WebhookCalls calls,
            InstantSource clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.outcomes = outcomes;
        this.calls = calls;
        this.clock = clock;
    }

    public Result<Webhook> read(Identity who) {
        return webhooks.find(who.office()).map(Result::ok).orElseGet(KeepWebhook::notFound);
    }

    /** Lays the webhook down, or changes it; one that is gone is active again. */
    public Result<Kept> keep(Identity who, Wish wish) {
        String url = wish.url() == null ? "" : wish.url();
        Optional<String> wrong = faultOf(url);
        if (wrong.isPresent()) {
            return invalid("url", wrong.get());
        }
        if (wish.after() != null && !ReadOutcomes.isCursor(wish.after())) {
            return invalid("after", "MALFORMED");
        }
        String client = who.person().id();
        Webhook.State state = Boolean.FALSE.equals(wish.active()) ? Webhook.State.PAUSED : Webhook.State.ACTIVE;
        Webhook fresh = Webhook.begin(who.office(), client, url, state, start(who, wish));
        if (webhooks.add(fresh)) {
            return Result.ok(new Kept(fresh, true));
        }
        return read(who).map(there -> there.leadingTo(url, state, client)).map(changed -> {
            webhooks.change(changed);
            return new Kept(changed, false);
        });
    }

    private long start(Identity who, Wish wish) {
        long last = outcomes.last(who.office());
        return wish.after() == null ? last : Math.min(last, Long.parseLong(wish.after()));
    }

    private Optional<String> faultOf(String url) {
        if (url.isBlank()) {
            return Optional.of("REQUIRED");
        }
        try {
            return url.length() > LONGEST_URL ? Optional.of("MALFORMED") : calls.faultOf(new URI(url));
        } catch (URISyntaxException notAnAddress) {
            return Optional.of("MALFORMED");
        }
    }

    /** A new secret; the one before is signed by as well for {@link Webhook#GRACE}. */
    public Result<Webhook> changeSecret(Identity who) {
        return read(who)
                .map(there -> there.withNewSecret(clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                .map(changed -> {
                    webhooks.change(changed);
                    return changed;
                });
    }

    public void remove(Identity who) {
        webhooks.remove(who.office());
        deliveries.forgetAllOf(who.office());
    }

    /** @param cursor the number that the page before ended with; absent: the newest */
    public Result<List<WebhookDelivery>> deliveries(Identity who, @Nullable String cursor, int limit) {
        if (cursor != null && !ReadOutcomes.isCursor(cursor)) {
            return invalid("cursor", "MALFORMED");
        }
        long number = cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
        return Result.ok(deliveries.before(who.office(), number, limit));
    }

    /** Has one delivered again, however it went before. */
    public Result<WebhookDelivery> replay(Identity who, String number) {
        if (!ReadOutcomes.isCursor(number)) {
            return notFound();
        }
        Optional<WebhookDelivery> replayed = deliveries
                .find(who.office(), Long.parseLong(number))
                .map(there -> there.replayed(clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        replayed.ifPresent(deliveries::store);
        return replayed.map(Result::ok).orElseGet(KeepWebhook::notFound);
    }

    private static <T> Result<T> invalid(String field, String code) {
        return Result.refused(Refusal.invalid(List.of(new Fault(field, code))));
    }

    private static <T> Result<T> notFound() {
        return Result.refused(Reason.NOT_FOUND, "NOT_FOUND");
    }
}
