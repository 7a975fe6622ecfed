package org.prakat.publishing.application;

import java.time.InstantSource;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Role;
import org.prakat.common.domain.Versioned;
import org.prakat.publishing.application.port.Publications;
import org.prakat.publishing.domain.OnSite;
import org.prakat.publishing.domain.OnSite.NewText;
import org.prakat.publishing.domain.Publication;

/** What is done with an item while it stands on the site: corrections, currency checks (3.3), holds, and taking it down. */
public final class KeepItem {

    private final Publications publications;
    private final Duties duties;
    private final InstantSource clock;

    public KeepItem(Publications publications, Duties duties, InstantSource clock) {
        this.publications = publications;
        this.duties = duties;
        this.clock = clock;
    }

    public Result<Versioned<Publication>> correct(Identity who, String id, long version, NewText correction) {
        return decide(
                who,
                id,
                version,
                (item, cause) -> item.correct(
                        who.person(), duties.toPublish(who, item.item(), cause.at()), correction, cause.at()));
    }

    /** The owner may do so too, though they do not see the webmaster's other work. */
    public Result<Versioned<Publication>> confirmCurrent(Identity who, String id, long version) {
        return decide(
                who,
                id,
                version,
                (item, cause) ->
                        item.confirmCurrent(who.person(), duties.toPublish(who, item.item(), cause.at()), cause.at()));
    }

    public Result<Versioned<Publication>> hold(Identity who, String id, long version, @Nullable String reason) {
        return decide(
                who,
                id,
                version,
                (item, cause) ->
                        item.hold(who.person(), duties.toRemove(who, item.item(), cause.at()), reason, cause.at()));
    }

    public Result<Versioned<Publication>> release(Identity who, String id, long version) {
        return decide(
                who,
                id,
                version,
                (item, cause) -> item.release(who.person(), duties.toRemove(who, item.item(), cause.at()), cause.at()));
    }

    public Result<Versioned<Publication>> takeDown(Identity who, String id, long version, OnSite.Order order) {
        return decide(
                who,
                id,
                version,
                (item, cause) -> item.takeDown(
                        who.person(),
                        duties.toRemove(who, item.item(), cause.at()),
                        order,
                        isOnSite(order.successor(), item.item(), cause),
                        cause.at()));
    }

    private boolean isOnSite(@Nullable String successor, Publication item, Cause cause) {
        return successor != null
                && !successor.equals(item.id())
                && publications
                        .find(successor)
                        .map(Versioned::state)
                        .filter(other -> other.office().equals(item.office()) && other.isPublicAt(cause.at()))
                        .isPresent();
    }

    private Result<Versioned<Publication>> decide(
            Identity who, String id, long version, BiFunction<OnSite, Cause, Result<Change<Publication>>> decision) {
        Cause cause = Cause.call(who, clock.instant());
        return publications.decide(
                id,
                version,
                found -> mayKnow(who, found),
                found -> decision.apply(new OnSite(found, duties.rules(found, cause.at())), cause),
                cause);
    }

    private static boolean mayKnow(Identity who, Publication item) {
        return who.belongsTo(item.office())
                && (who.has(Role.WEBMASTER) || who.is(item.assignment().requester()));
    }
}
