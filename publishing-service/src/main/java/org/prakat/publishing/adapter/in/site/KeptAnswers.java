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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prakat.common.web.KeptAnswer;
import org.prakat.common.web.PublicPage;
import org.prakat.common.web.UnchangedPages;
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

    private static final String SEARCH = "/search";
    private static final Set<String> PAGES = Set.of("/", SEARCH, "/feed.xml", "/sitemap.xml", "/robots.txt");
    private static final int MADE_AT_ONCE = 64;

    private final SiteCaching caching;
    private final InstantSource clock;
    private final Cache<PublicPage, Kept> answers;
    private final Lock[] making =
            Stream.generate(ReentrantLock::new).limit(MADE_AT_ONCE).toArray(Lock[]::new);

    KeptAnswers(SiteCaching caching, InstantSource clock, DataSize most) {
        this.caching = caching;
        this.clock = clock;
        this.answers = Caffeine.newBuilder()
                .maximumWeight(most.toBytes())
                .weigher((PublicPage page, Kept kept) ->
                        page.address().length() + kept.answer().size())
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
        PublicPage page = PublicPage.of(request);
        boolean kept = page.isShort() && !request.getRequestURI().equals(SEARCH);
        Optional<Given> given = kept ? keep(page, request, response, chain) : make(null, request, response, chain);
        if (given.isPresent()) {
            given.get().answer().send(given.get().cacheControl(), request, response);
        }
    }

    /** The kept answer, or a new one; of many who ask for what is not kept, one has it made and the others wait. */
    private Optional<Given> keep(
            PublicPage page, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Instant now = clock.instant();
        Kept kept = answers.getIfPresent(page);
        if (kept != null && caching.holds(kept.keeping())) {
            return kept.isToBeRenewedAt(now) ? make(page, request, response, chain) : Optional.of(given(kept));
        }
        Lock one = making[Math.floorMod(page.hashCode(), making.length)];
        one.lock();
        try {
            Kept meanwhile = answers.getIfPresent(page);
            return meanwhile != null && caching.holds(meanwhile.keeping())
                    ? Optional.of(given(meanwhile))
                    : make(page, request, response, chain);
        } finally {
            one.unlock();
        }
    }

    /**
     * For how long others may go on keeping what they have, in seconds.
     *
     * @return in the order of the question; null for what is not the same any more, or not kept here
     */
    List<@Nullable Long> maxAges(List<UnchangedPages.Kept> pages) {
        return caching.maxAges(pages.stream().map(this::keeping).toList());
    }

    private @Nullable Keeping keeping(UnchangedPages.Kept page) {
        Kept kept = answers.getIfPresent(page.page());
        return kept != null && kept.answer().tag().equals(page.tag()) ? kept.keeping() : null;
    }

    private Given given(Kept kept) {
        return new Given(kept.answer(), caching.upTo(kept.keeping().changesAt()));
    }

    /** Has the answer made; empty where it was none to be kept or packed, and is on its way. */
    private Optional<Given> make(
            @Nullable PublicPage page, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        caching.begin(request);
        ContentCachingResponseWrapper made = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, made);
        if (made.getStatus() != HttpStatus.OK.value() || response.isCommitted()) {
            made.copyBodyToResponse();
            return Optional.empty();
        }
        KeptAnswer answer = KeptAnswer.of(headersOf(made), made.getContentAsByteArray());
        if (page != null) {
            Keeping.of(request).ifPresent(keeping -> answers.put(page, new Kept(answer, keeping, new AtomicBoolean())));
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
}
