package org.prakat.publishing.adapter.in.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives public answers their entity tags, packs them, and gives an answer again as long as its {@link Keeping} holds. What is kept
 * takes a bounded part of the memory. A call for anything that is not kept goes on to the controllers.
 */
final class KeptAnswers extends OncePerRequestFilter {

    private static final Set<String> PAGES = Set.of("/", "/search", "/feed.xml", "/sitemap.xml", "/robots.txt");
    private static final int LONGEST_KEY = 300;

    private final SiteCaching caching;
    private final InstantSource clock;
    private final Cache<String, Kept> answers;

    KeptAnswers(SiteCaching caching, InstantSource clock, DataSize most) {
        this.caching = caching;
        this.clock = clock;
        this.answers = Caffeine.newBuilder()
                .maximumWeight(most.toBytes())
                .weigher((String key, Kept kept) -> key.length() + kept.answer().size())
                .build();
    }

    /**
     * An answer that was made, and whether somebody is already making the next.
     *
     * @param renewing set by the caller who does
     */
    private record Kept(KeptAnswer answer, Keeping keeping, AtomicBoolean renewing) {

        boolean mayBeGivenAt(Instant now) {
            boolean toRenew = !now.isBefore(keeping.renewedFrom()) && renewing.compareAndSet(false, true);
            return !toRenew && keeping.holdsAt(now);
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean page = PAGES.contains(path)
                || path.startsWith("/categories/")
                || path.startsWith("/sitemaps/")
                || path.startsWith("/api/public/")
                || (path.startsWith("/items/") && !path.contains("/files/"));
        return !page || !Set.of("GET", "HEAD").contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = key(request);
        Kept kept = key == null ? null : answers.getIfPresent(key);
        if (kept != null && kept.mayBeGivenAt(clock.instant())) {
            kept.answer().send(caching.upTo(kept.keeping().changesAt()), request, response);
            return;
        }
        caching.begin(request);
        ContentCachingResponseWrapper made = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, made);
        if (made.getStatus() != HttpStatus.OK.value() || response.isCommitted()) {
            made.copyBodyToResponse();
            return;
        }
        KeptAnswer answer = KeptAnswer.of(made);
        Optional<Keeping> keeping = Keeping.of(request);
        if (key != null && keeping.isPresent()) {
            answers.put(key, new Kept(answer, keeping.get(), new AtomicBoolean()));
        }
        String cacheControl = Objects.requireNonNullElse(made.getHeader(HttpHeaders.CACHE_CONTROL), "no-cache");
        answer.send(cacheControl, request, response);
    }

    /** What the answer depends on; null where that is too long to be an honest call. */
    private static @Nullable String key(HttpServletRequest request) {
        String path = request.getRequestURI();
        String accepted = path.startsWith("/api/") ? request.getHeader(HttpHeaders.ACCEPT) : "";
        String key = path + "?" + request.getQueryString() + " " + accepted;
        return key.length() > LONGEST_KEY ? null : key;
    }
}
