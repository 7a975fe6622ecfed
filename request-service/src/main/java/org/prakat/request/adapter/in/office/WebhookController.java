package org.prakat.request.adapter.in.office;

import static org.prakat.common.web.RefusedException.orRefuse;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Page;
import org.prakat.common.web.PageRequest;
import org.prakat.request.application.KeepWebhook;
import org.prakat.request.application.KeepWebhook.Kept;
import org.prakat.request.application.KeepWebhook.Wish;
import org.prakat.request.domain.Webhook;
import org.prakat.request.domain.WebhookAnswer;
import org.prakat.request.domain.WebhookAnswer.Trouble;
import org.prakat.request.domain.WebhookDelivery;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The webhook of an office, as its programs keep it. */
@RestController
@RequestMapping("/api/webhook")
class WebhookController {

    /**
     * A webhook as its office sees it.
     *
     * @param secret only in the answer that made it
     * @param previousSecretUntil until when the secret before is signed by as well
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WebhookView(
            String url,
            Webhook.State state,
            @Nullable Instant failingSince,
            @Nullable String secret,
            @Nullable Instant previousSecretUntil) {

        static WebhookView of(Webhook webhook) {
            return new WebhookView(
                    webhook.url(), webhook.state(), webhook.failingSince(), null, webhook.previousUntil());
        }

        static WebhookView withSecret(Webhook webhook) {
            return new WebhookView(
                    webhook.url(),
                    webhook.state(),
                    webhook.failingSince(),
                    webhook.secret().text(),
                    webhook.previousUntil());
        }
    }

    /**
     * A delivery as its office sees it.
     *
     * @param sequence of the outcome
     * @param id of the event, and of the webhook message
     * @param lastStatus the HTTP status of the last answer, if there was one
     * @param lastTrouble why there was none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeliveryView(
            String sequence,
            String id,
            String type,
            WebhookDelivery.State state,
            int attempts,
            @Nullable Instant dueAt,
            @Nullable Instant lastAt,
            @Nullable Integer lastStatus,
            @Nullable Trouble lastTrouble) {

        static DeliveryView of(WebhookDelivery delivery) {
            Optional<WebhookAnswer> last = Optional.ofNullable(delivery.last());
            return new DeliveryView(
                    String.valueOf(delivery.number()),
                    delivery.eventId(),
                    delivery.type().wireName(),
                    delivery.state(),
                    delivery.attempts(),
                    delivery.dueAt(),
                    delivery.lastAt(),
                    last.map(WebhookAnswer::status).filter(status -> status > 0).orElse(null),
                    last.map(WebhookAnswer::trouble).orElse(null));
        }
    }

    private final KeepWebhook webhooks;

    WebhookController(KeepWebhook webhooks) {
        this.webhooks = webhooks;
    }

    @GetMapping
    WebhookView read(Identity who) {
        return WebhookView.of(orRefuse(webhooks.read(who)));
    }

    @PutMapping
    ResponseEntity<WebhookView> keep(Identity who, @RequestBody Wish wish) {
        Kept kept = orRefuse(webhooks.keep(who, wish));
        return kept.isNew()
                ? secret(HttpStatus.CREATED, kept.webhook())
                : ResponseEntity.ok(WebhookView.of(kept.webhook()));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Identity who) {
        webhooks.remove(who);
    }

    @PostMapping("/secret")
    ResponseEntity<WebhookView> changeSecret(Identity who) {
        return secret(HttpStatus.OK, orRefuse(webhooks.changeSecret(who)));
    }

    private static ResponseEntity<WebhookView> secret(HttpStatus status, Webhook webhook) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(WebhookView.withSecret(webhook));
    }

    @GetMapping("/deliveries")
    Page<DeliveryView> deliveries(Identity who, PageRequest page) {
        List<DeliveryView> items = orRefuse(webhooks.deliveries(who, page.cursor(), page.size())).stream()
                .map(DeliveryView::of)
                .toList();
        boolean full = items.size() == page.size();
        return new Page<>(items, full ? items.get(items.size() - 1).sequence() : null);
    }

    @PostMapping("/deliveries/{sequence}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    DeliveryView replay(Identity who, @PathVariable String sequence) {
        return DeliveryView.of(orRefuse(webhooks.replay(who, sequence)));
    }
}
