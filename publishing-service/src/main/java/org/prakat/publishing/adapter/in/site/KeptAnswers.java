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
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prakat.common.web.KeptAnswer;
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
    private static final int MADE_AT_ONCE = 64;

    private final SiteCaching caching;
    private final InstantSource clock;
    private final Cache<String, Kept> answers;
    private final Lock[] making =
            Stream.generate(ReentrantLock::new).limit(MADE_AT_ONCE).toArray(Lock[]::new);

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

        boolean isToBeRenewedAt(Instant now) {
            return !now.isBefore(keeping.renewedFrom()) && renewing.compareAndSet(false, true);
        }
    }

    private record Given(KeptAnswer answer, String cacheControl) {}

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
        Optional<Given> given =
                key == null ? make(null, request, response, chain) : keep(key, request, response, chain);
        if (given.isPresent()) {
            given.get().answer().send(given.get().cacheControl(), request, response);
        }
    }

    /** The kept answer, or a new one; of many who ask for what is not kept, one has it made and the others wait. */
    private Optional<Given> keep(
            String key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Instant now = clock.instant();
        Kept kept = answers.getIfPresent(key);
        if (kept != null && kept.keeping().holdsAt(now)) {
            return kept.isToBeRenewedAt(now) ? make(key, request, response, chain) : Optional.of(given(kept));
        }
        Lock one = making[Math.floorMod(key.hashCode(), making.length)];
        one.lock();
        try {
            Kept meanwhile = answers.getIfPresent(key);
            return meanwhile != null && meanwhile.keeping().holdsAt(clock.instant())
                    ? Optional.of(given(meanwhile))
                    : make(key, request, response, chain);
        } finally {
            one.unlock();
        }
    }

    private Given given(Kept kept) {
        return new Given(kept.answer(), caching.upTo(kept.keeping().changesAt()));
    }

    /** Has the answer made; empty where it was none to be kept or packed, and is on its way. */
    private Optional<Given> make(
            @Nullable String key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        caching.begin(request);
        ContentCachingResponseWrapper made = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, made);
        if (made.getStatus() != HttpStatus.OK.value() || response.isCommitted()) {
            made.copyBodyToResponse();
            return Optional.empty();
        }
        KeptAnswer answer = KeptAnswer.of(headersOf(made), made.getContentAsByteArray());
        if (key != null) {
            Keeping.of(request).ifPresent(keeping -> answers.put(key, new Kept(answer, keeping, new AtomicBoolean())));
        }
        String cacheControl = Objects.requireNonNullElse(made.getHeader(HttpHeaders.CACHE_CONTROL), "no-cache");
        return Optional.of(new Given(answer, cacheControl));
    }

    private static HttpHeaders headersOf(ContentCachingResponseWrapper made) {
        HttpHeaders headers = new HttpHeaders();
        made.getHeaderNames().forEach(name -> made.getHeaders(name).forEach(value -> headers.add(name, value)));
        headers.set(HttpHeaders.CONTENT_TYPE, made.getContentType());
        return headers;
    }

    /** What the answer depends on; null for a search, and where that is too long to be an honest call. */
    private static @Nullable String key(HttpServletRequest request) {
        String path = request.getRequestURI();
        String accepted = path.startsWith("/api/") ? request.getHeader(HttpHeaders.ACCEPT) : "";
        String key = path + "?" + request.getQueryString() + " " + accepted;
        return path.equals("/search") || key.length() > LONGEST_KEY ? null : key;
    }
}
