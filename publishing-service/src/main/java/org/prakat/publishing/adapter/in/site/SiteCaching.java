package org.prakat.publishing.adapter.in.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prakat.publishing.adapter.in.site.Keeping.Source.Everything;
import org.prakat.publishing.adapter.in.site.Keeping.Source.Item;
import org.prakat.publishing.application.PublicSite;
import org.prakat.publishing.application.PublicSite.Found;
import org.springframework.http.HttpHeaders;

/**
 * How long an answer may be kept, by others and by ourselves. Others keep it for a minute, and never beyond the moment at which
 * something in it is known to change. What we keep of an item is compared with its version in the database on every call, so it is
 * right whichever replica changed it; a list is made anew every second, and at once when this process changed something on the site.
 */
final class SiteCaching {

    private static final String CHANGES = SiteCaching.class.getName() + ".changes";
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration ITEM_IS_NEW = Duration.ofSeconds(30);
    private static final Duration LIST_IS_NEW = Duration.ofSeconds(1);
    private static final Duration LIST_IS_KEPT = Duration.ofSeconds(5);

    private final Supplier<PublicSite> site;
    private final InstantSource clock;

    /** @param site asked for when it is needed: filters are made first of all, and the site looks into the database when it is made */
    SiteCaching(Supplier<PublicSite> site, InstantSource clock) {
        this.site = site;
        this.clock = clock;
    }

    /** Takes note of what is known before an answer is made, so that no change is missed that comes while it is. */
    void begin(HttpServletRequest request) {
        request.setAttribute(CHANGES, site.get().changes());
    }

    /** The answer is about one item, and nothing else that changes often. */
    void item(Found.OnSite found, HttpServletRequest request, HttpServletResponse response) {
        String id = found.publication().id();
        Instant end = found.publication().publicUntil();
        Instant now = clock.instant();
        new Keeping(end, now.plus(ITEM_IS_NEW).plus(spread(id)), now.plus(LONGEST), new Item(id, found.version()))
                .tell(request);
        response.setHeader(HttpHeaders.CACHE_CONTROL, upTo(end));
        Instant changed = found.publication().lastChanged();
        if (changed != null) {
            response.setDateHeader(HttpHeaders.LAST_MODIFIED, changed.toEpochMilli());
        }
    }

    /** So that items which were wanted at the same time, as after a start, are not all made anew at the same time for ever. */
    private static Duration spread(String id) {
        long range = LONGEST.minus(ITEM_IS_NEW).toMillis();
        return Duration.ofMillis(new SplittableRandom(id.hashCode()).nextLong(range));
    }

    /**
     * The answer is a list.
     *
     * @param changesAt when the next item comes to its end or appears, UTC; absent: that is not known
     */
    void list(@Nullable Instant changesAt, HttpServletRequest request, HttpServletResponse response) {
        Instant now = clock.instant();
        if (request.getAttribute(CHANGES) instanceof Long changes) {
            new Keeping(changesAt, now.plus(LIST_IS_NEW), now.plus(LIST_IS_KEPT), new Everything(changes))
                    .tell(request);
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, upTo(changesAt));
    }

    /** Whether an answer may be given again; whoever asks at the same time shares a query. */
    boolean holds(Keeping keeping) {
        PublicSite now = site.get();
        return keeping.lastsAt(clock.instant()) && keeping.source().isUnchanged(now::version, now.changes());
    }

    /**
     * For how long others may still keep answers, in seconds, found by one query.
     *
     * @param keepings null where there is no such answer
     * @return in their order; null where an answer is to be made anew
     */
    List<@Nullable Long> maxAges(List<@Nullable Keeping> keepings) {
        Set<String> items = keepings.stream()
                .flatMap(keeping -> keeping != null && keeping.source() instanceof Item item
                        ? Stream.of(item.id())
                        : Stream.empty())
                .collect(Collectors.toSet());
        Map<String, Long> versions = site.get().versions(items);
        long changes = site.get().changes();
        Instant now = clock.instant();
        List<@Nullable Long> ages = new ArrayList<>(keepings.size());
        for (Keeping keeping : keepings) {
            boolean current = keeping != null
                    && keeping.lastsAt(now)
                    && now.isBefore(keeping.renewedFrom())
                    && keeping.source().isUnchanged(id -> versions.getOrDefault(id, 0L), changes);
            ages.add(current ? maxAge(keeping.changesAt()) : null);
        }
        return ages;
    }

    /** The value of {@code Cache-Control} for something that changes at this instant; absent: that is not known. */
    String upTo(@Nullable Instant changesAt) {
        return "public, max-age=" + maxAge(changesAt);
    }

    private long maxAge(@Nullable Instant changesAt) {
        if (changesAt == null) {
            return LONGEST.toSeconds();
        }
        Duration left = Duration.between(clock.instant(), changesAt);
        Duration age = left.compareTo(LONGEST) < 0 ? left : LONGEST;
        return Math.max(0, age.toSeconds());
    }
}
