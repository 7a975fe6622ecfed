package org.prakat.gateway.adapter.in.web;

import com.github.benmanes.caffeine.cache.AsyncCacheLoader;
import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prakat.common.web.KeptAnswer;
import org.prakat.common.web.PublicPage;
import org.prakat.common.web.UnchangedPages;
import org.prakat.gateway.adapter.in.SessionCookie;
import org.prakat.gateway.config.GatewayProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives pages of the public site again for a moment, so that a crowd costs publishing-service little. A page that is asked for again is
 * revalidated, and fetched anew where it changed, before its moment is over, while its readers still get the one before; who comes after
 * that waits for it. It is never given at or after the instant at which publishing-service says that it changes (RFC 9111, section
 * 5.2.2.1). Whatever is not kept is relayed, and so is what somebody reads who is signed in: they look whether what they just did is there.
 */
final class KeptPages extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(KeptPages.class);

    private static final Pattern PUBLIC = Pattern.compile("public, max-age=(\\d{1,9})");
    private static final List<String> PAGES =
            List.of("/items/", "/categories/", "/sitemaps/", "/site/", "/api/public/");
    private static final List<String> SINGLE_PAGES = List.of("/", "/feed.xml", "/robots.txt", "/sitemap.xml");
    private static final int LARGEST_PAGE = 2 * 1024 * 1024;
    private static final int FETCHED_AT_ONCE = 16;

    /**
     * So many times in its moment a page that is read again and again may be renewed. With two, who reads it twice in a moment came as often
     * just before the first of them was due and then after the moment, and waited.
     */
    private static final int RENEWALS = 4;

    private static final Duration IDLE_TIME = Duration.ofSeconds(10);

    /** Then the call is relayed, which tells the reader what is wrong. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final RestClient http;
    private final URI service;
    private final InstantSource clock;
    private final Ticker ticker;
    private final Duration lag;
    private final AsyncLoadingCache<PublicPage, Optional<Page>> pages;
    private final Revalidation revalidation;

    /**
     * @param service the public site as publishing-service serves it
     * @param kept how long and how many
     * @param ticker what measures how long
     */
    KeptPages(RestClient http, URI service, GatewayProperties.KeptPages kept, InstantSource clock, Ticker ticker) {
        this.http = http;
        this.service = service;
        this.clock = clock;
        this.ticker = ticker;
        this.lag = kept.lag();
        this.revalidation = new Revalidation(http, service, clock);
        this.pages = Caffeine.newBuilder()
                .ticker(ticker)
                .refreshAfterWrite(lag.dividedBy(RENEWALS))
                .maximumWeight(kept.memory().toBytes())
                .weigher((PublicPage asked, Optional<Page> page) ->
                        asked.address().length()
                                + page.map(there -> there.answer().size()).orElse(0))
                .executor(fetchers())
                .buildAsync(new Loader());
    }

    /** Where all of them are busy, whoever wants a page fetches it. */
    private static Executor fetchers() {
        CustomizableThreadFactory threads = new CustomizableThreadFactory("public-pages-");
        threads.setDaemon(true);
        return new ThreadPoolExecutor(
                0,
                FETCHED_AT_ONCE,
                IDLE_TIME.toMillis(),
                TimeUnit.MILLISECONDS,
                new SynchronousQueue<>(),
                threads,
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    /**
     * A page as it was.
     *
     * @param changesAt from when on it may be another, UTC
     * @param since when it was asked for, in the ticker's nanoseconds
     */
    private record Page(KeptAnswer answer, Instant changesAt, long since) {

        boolean isGivenAt(Instant now) {
            return now.isBefore(changesAt);
        }

        String cacheControlAt(Instant now) {
            return "public, max-age=" + Duration.between(now, changesAt).toSeconds();
        }
    }

    /** Fetches pages, and revalidates what was fetched a while ago. */
    private final class Loader implements AsyncCacheLoader<PublicPage, Optional<Page>> {

        @Override
        public CompletableFuture<Optional<Page>> asyncLoad(PublicPage asked, Executor fetchers) {
            return CompletableFuture.supplyAsync(() -> fetch(asked), fetchers);
        }

        @Override
        public CompletableFuture<Optional<Page>> asyncReload(
                PublicPage asked, Optional<Page> before, Executor fetchers) {
            return before.map(page -> renew(asked, page, fetchers)).orElseGet(() -> asyncLoad(asked, fetchers));
        }

        private CompletableFuture<Optional<Page>> renew(PublicPage asked, Page page, Executor fetchers) {
            if (!page.isGivenAt(clock.instant())) {
                return asyncLoad(asked, fetchers);
            }
            KeptAnswer answer = page.answer();
            long since = ticker.read();
            return revalidation
                    .keptUntil(new UnchangedPages.Kept(asked, answer.tag()))
                    .thenCompose(changesAt -> changesAt
                            .map(later ->
                                    CompletableFuture.completedFuture(Optional.of(new Page(answer, later, since))))
                            .orElseGet(() -> asyncLoad(asked, fetchers)));
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean page =
                SINGLE_PAGES.contains(path) || (PAGES.stream().anyMatch(path::startsWith) && !path.contains("/files/"));
        boolean reading = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
        return !page || !reading || SessionCookie.read(request).isPresent();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        PublicPage asked = PublicPage.of(request);
        Instant now = clock.instant();
        Optional<Page> page = asked.isShort() ? page(asked).filter(there -> there.isGivenAt(now)) : Optional.empty();
        if (page.isPresent()) {
            page.get().answer().send(page.get().cacheControlAt(now), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** The kept page, or a new one; of many who ask at once for what is not kept, all get what one fetches. Empty: relay the call. */
    private Optional<Page> page(PublicPage asked) {
        try {
            Optional<Page> kept = awaited(pages.get(asked));
            return kept.filter(this::isOld).isPresent() ? awaited(renewed(asked)) : kept;
        } catch (TimeoutException | ExecutionException e) {
            log.debug("{} is relayed", asked, e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<Page> awaited(CompletableFuture<Optional<Page>> page)
            throws InterruptedException, ExecutionException, TimeoutException {
        return page.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private boolean isOld(Page page) {
        return ticker.read() - page.since() >= lag.toNanos();
    }

    private CompletableFuture<Optional<Page>> renewed(PublicPage asked) {
        CompletableFuture<Optional<Page>> renewed = pages.synchronous().refresh(asked);
        revalidation.askAtOnce();
        return renewed;
    }

    /** As nobody in particular reads it; empty when it is not to be kept. */
    private Optional<Page> fetch(PublicPage asked) {
        Instant begin = clock.instant();
        long since = ticker.read();
        try {
            return http.get()
                    .uri(URI.create(service + asked.address()))
                    .header(HttpHeaders.ACCEPT, asked.accept().isEmpty() ? MediaType.ALL_VALUE : asked.accept())
                    .header(HttpHeaders.ACCEPT_ENCODING, "gzip")
                    .exchangeForRequiredValue((call, answer) -> page(answer, begin, since));
        } catch (RestClientException | IllegalArgumentException e) {
            log.debug("{} is not to be had", asked, e);
            return Optional.empty();
        }
    }

    private static Optional<Page> page(ClientHttpResponse answer, Instant begin, long since) throws IOException {
        HttpHeaders headers = answer.getHeaders();
        Matcher caching = PUBLIC.matcher(Objects.requireNonNullElse(headers.getCacheControl(), ""));
        if (!answer.getStatusCode().isSameCodeAs(HttpStatus.OK) || !caching.matches()) {
            return Optional.empty();
        }
        byte[] body = answer.getBody().readNBytes(LARGEST_PAGE + 1);
        Instant changesAt = begin.plusSeconds(Long.parseLong(caching.group(1)));
        return body.length > LARGEST_PAGE
                ? Optional.empty()
                : Optional.of(new Page(KeptAnswer.of(headers, body), changesAt, since));
    }
}
