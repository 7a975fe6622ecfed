package org.prakat.request.adapter.out.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.prakat.common.security.SecretBox;
import org.prakat.request.application.port.Webhooks;
import org.prakat.request.domain.Webhook;
import org.prakat.request.domain.WebhookSecret;

/**
 * Webhooks in the collection {@code webhooks}: {@code {_id: office, client, url, state, secret, previous, previousUntil, queued,
 * failingSince, turnAt, leasedUntil}}. The secrets are locked; a turn is had by who set {@code leasedUntil}.
 */
public final class MongoWebhooks implements Webhooks {

    private static final String STATE = "state";
    private static final String SECRET = "secret";
    private static final String PREVIOUS = "previous";
    private static final String PREVIOUS_UNTIL = "previousUntil";
    private static final String QUEUED = "queued";
    private static final String FAILING_SINCE = "failingSince";
    private static final String TURN_AT = "turnAt";
    private static final String LEASED_UNTIL = "leasedUntil";

    private final MongoCollection<Document> collection;
    private final SecretBox box;

    public MongoWebhooks(MongoDatabase database, SecretBox box) {
        this.collection = database.getCollection("webhooks");
        this.box = box;
    }

    @Override
    public Optional<Webhook> find(String office) {
        return Optional.ofNullable(collection.find(eq("_id", office)).first()).map(this::read);
    }

    @Override
    public boolean add(Webhook webhook) {
        try {
            collection.insertOne(new Document("_id", webhook.office())
                    .append("client", webhook.client())
                    .append("url", webhook.url())
                    .append(STATE, webhook.state().name())
                    .append(SECRET, locked(webhook.office(), webhook.secret()))
                    .append(PREVIOUS, locked(webhook.office(), webhook.previous()))
                    .append(PREVIOUS_UNTIL, webhook.previousUntil())
                    .append(QUEUED, webhook.queued())
                    .append(FAILING_SINCE, webhook.failingSince())
                    .append(TURN_AT, Instant.EPOCH)
                    .append(LEASED_UNTIL, Instant.EPOCH));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void change(Webhook webhook) {
        collection.updateOne(
                eq("_id", webhook.office()),
                combine(
                        set("client", webhook.client()),
                        set("url", webhook.url()),
                        set(STATE, webhook.state().name()),
                        set(SECRET, locked(webhook.office(), webhook.secret())),
                        set(PREVIOUS, locked(webhook.office(), webhook.previous())),
                        set(PREVIOUS_UNTIL, webhook.previousUntil()),
                        set(TURN_AT, Instant.EPOCH)));
    }

    @Override
    public void remove(String office) {
        collection.deleteOne(eq("_id", office));
    }

    @Override
    public Optional<Turn> takeTurn(Instant now, Duration lease, Set<String> except) {
        Instant until = now.plus(lease);
        return Optional.ofNullable(collection.findOneAndUpdate(
                        and(
                                nin("_id", except),
                                eq(STATE, Webhook.State.ACTIVE.name()),
                                lte(TURN_AT, now),
                                lte(LEASED_UNTIL, now)),
                        set(LEASED_UNTIL, until),
                        new FindOneAndUpdateOptions().sort(ascending(TURN_AT))))
                .map(taken -> new Turn(taken.getString("_id"), until));
    }

    @Override
    public void endTurn(Turn turn, Instant next) {
        collection.updateOne(
                and(eq("_id", turn.office()), eq(LEASED_UNTIL, turn.until())),
                combine(set(LEASED_UNTIL, Instant.EPOCH), set(TURN_AT, next)));
    }

    @Override
    public void queued(String office, long number) {
        collection.updateOne(eq("_id", office), set(QUEUED, number));
    }

    @Override
    public void failing(String office, @Nullable Instant since) {
        collection.updateOne(eq("_id", office), set(FAILING_SINCE, since));
    }

    @Override
    public void gone(String office) {
        collection.updateOne(eq("_id", office), set(STATE, Webhook.State.GONE.name()));
    }

    @Override
    public long inTrouble() {
        return collection.countDocuments(or(eq(STATE, Webhook.State.GONE.name()), failing()));
    }

    private static Bson failing() {
        return and(eq(STATE, Webhook.State.ACTIVE.name()), ne(FAILING_SINCE, null));
    }

    @Override
    public long paused() {
        return collection.countDocuments(eq(STATE, Webhook.State.PAUSED.name()));
    }

    @Override
    public Optional<Instant> failingLongest() {
        return Optional.ofNullable(collection
                        .find(failing())
                        .sort(ascending(FAILING_SINCE))
                        .first())
                .map(document -> instant(document, FAILING_SINCE));
    }

    private @Nullable String locked(String office, @Nullable WebhookSecret secret) {
        return secret == null ? null : box.lock(secret.text(), place(office));
    }

    private Webhook read(Document document) {
        String office = document.getString("_id");
        String previous = document.getString(PREVIOUS);
        return new Webhook(
                office,
                document.getString("client"),
                document.getString("url"),
                Webhook.State.valueOf(document.getString(STATE)),
                opened(office, document.getString(SECRET)),
                previous == null ? null : opened(office, previous),
                instant(document, PREVIOUS_UNTIL),
                document.getLong(QUEUED),
                instant(document, FAILING_SINCE));
    }

    private WebhookSecret opened(String office, String locked) {
        return new WebhookSecret(box.open(locked, place(office)));
    }

    private static String place(String office) {
        return "webhooks/" + office;
    }

    private static @Nullable Instant instant(Document document, String field) {
        Date date = document.getDate(field);
        return date == null ? null : date.toInstant();
    }
}
