package org.prakat.gateway.adapter.in.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prakat.common.web.PublicPage;
import org.prakat.common.web.UnchangedPages;
import org.prakat.gateway.config.GatewayProperties;
import org.prakat.testing.SteppedClock;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** Public pages at the gateway, with a server behind it that is not ours. */
class KeptPagesTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant NOW = Instant.parse("2026-11-28T03:00:00Z");
    private static final Duration LONG = Duration.ofHours(1);
    private static final String HOME = "/";
    private static final String LONG_TEXT = "ประกาศเรื่องการรับสมัคร ".repeat(100);

    private final SteppedClock clock = new SteppedClock(NOW);
    private final AtomicLong ticks = new AtomicLong(System.nanoTime());
    private final List<Headers> calls = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final CloseableHttpClient connections = new GatewayWeb().relayConnections();
    private HttpServer service;
    private volatile String text = LONG_TEXT;
    private volatile String caching = "public, max-age=60";
    private volatile int status = 200;
    private final Set<UnchangedPages.Kept> unchanged = ConcurrentHashMap.newKeySet();
    private final List<UnchangedPages.Question> questions = new CopyOnWriteArrayList<>();
    private volatile int answeredToQuestions = 200;
    private volatile boolean hanging;
    private int relayed;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.setExecutor(threads);
        service.createContext("/", this::answer);
        service.createContext(UnchangedPages.PATH, this::answerQuestion);
        service.start();
    }

    @AfterEach
    void stop() throws IOException {
        connections.close();
        service.stop(0);
        threads.shutdownNow();
    }

    @Test
    void aCrowdCostsTheServiceOneCall() throws Exception {
        KeptPages pages = pages(LONG);
        List<Future<MockHttpServletResponse>> crowd = new ArrayList<>();
        ExecutorService readers = Executors.newFixedThreadPool(8);
        try {
            for (int reader = 0; reader < 40; reader++) {
                crowd.add(readers.submit(() -> get(pages, HOME)));
            }
            for (Future<MockHttpServletResponse> one : crowd) {
                assertThat(one.get().getContentAsString(StandardCharsets.UTF_8)).isEqualTo(LONG_TEXT);
            }
        } finally {
            readers.shutdown();
        }

        assertThat(calls).hasSize(1);
        assertThat(relayed).isZero();
    }

    @Test
    void isFetchedAsNobodyInParticularReadsIt() throws Exception {
        MockHttpServletRequest call = call("GET", HOME);
        call.addHeader("Cookie", "theme=dark");
        call.addHeader("Authorization", "Bearer secret");
        call.addHeader("If-None-Match", "\"1\"");

        give(pages(LONG), call);

        assertThat(calls.get(0)).doesNotContainKeys("Cookie", "Authorization", "If-none-match");
    }

    @Test
    void whatChangedIsSeenOnceTheMomentIsOver() throws Exception {
        KeptPages pages = pages(LONG);
        get(pages, HOME);

        text = "มีประกาศใหม่";
        ticks.addAndGet(LONG.toNanos());

        assertThat(get(pages, HOME).getContentAsString(StandardCharsets.UTF_8)).isEqualTo("มีประกาศใหม่");
    }

    @Test
    void manyThatAreStillTheSameCostOneCall() throws Exception {
        KeptPages pages = pages(Duration.ofSeconds(30));
        List<String> addresses =
                IntStream.range(0, 20).mapToObj(i -> "/items/" + i).toList();
        for (String address : addresses) {
            String tag = get(pages, address).getHeader("ETag");
            unchanged.add(new UnchangedPages.Kept(new PublicPage(address, ""), tag));
        }
        ticks.addAndGet(Duration.ofSeconds(16).toNanos());
        clock.advance(Duration.ofSeconds(16));

        for (String address : addresses) {
            assertThat(get(pages, address).getHeader("Cache-Control")).isEqualTo("public, max-age=44");
        }

        Awaitility.await().untilAsserted(() -> assertThat(addresses)
                .allSatisfy(address -> assertThat(get(pages, address).getHeader("Cache-Control"))
                        .isEqualTo("public, max-age=60")));
        assertThat(calls).as("each was fetched once").hasSize(20);
        assertThat(questions).as("few for all").hasSizeLessThan(5);
        assertThat(questions)
                .flatExtracting(UnchangedPages.Question::pages)
                .containsExactlyInAnyOrderElementsOf(unchanged);
    }

    @Test
    void whoReadsSomewhatMoreThanTwiceInAMomentNeverWaits() throws Exception {
        KeptPages pages = pages(Duration.ofSeconds(30));
        String tag = get(pages, HOME).getHeader("ETag");
        unchanged.add(new UnchangedPages.Kept(new PublicPage(HOME, ""), tag));

        for (int read = 1; read <= 4; read++) {
            ticks.addAndGet(Duration.ofSeconds(14).toNanos());
            clock.advance(Duration.ofSeconds(14));

            assertThat(get(pages, HOME).getHeader("Cache-Control"))
                    .as("what was kept since the read before")
                    .isEqualTo("public, max-age=46");

            Awaitility.await()
                    .until(() -> "public, max-age=60".equals(get(pages, HOME).getHeader("Cache-Control")));
            assertThat(questions).hasSize(read);
        }
    }

    @Test
    void whoComesAfterTheMomentWaitsForTheQuestionNotForThePage() throws Exception {
        KeptPages pages = pages(Duration.ofSeconds(30));
        String tag = get(pages, HOME).getHeader("ETag");
        unchanged.add(new UnchangedPages.Kept(new PublicPage(HOME, ""), tag));
        ticks.addAndGet(Duration.ofSeconds(30).toNanos());
        clock.advance(Duration.ofSeconds(30));

        assertThat(get(pages, HOME).getHeader("Cache-Control")).isEqualTo("public, max-age=60");
        assertThat(calls).hasSize(1);
        assertThat(questions).hasSize(1);
    }

    @Test
    void whatMayNotBeKeptAnyMoreIsFetchedWithoutAQuestion() throws Exception {
        KeptPages pages = pages(Duration.ofSeconds(30));
        get(pages, HOME);
        text = "มีประกาศใหม่";
        ticks.addAndGet(Duration.ofSeconds(60).toNanos());
        clock.advance(Duration.ofSeconds(60));

        assertThat(get(pages, HOME).getContentAsString(StandardCharsets.UTF_8)).isEqualTo("มีประกาศใหม่");
        assertThat(calls).hasSize(2);
        assertThat(questions).isEmpty();
    }

    @Test
    void ofThoseThatAreAskedAboutOnlyWhatChangedIsFetched() throws Exception {
        KeptPages pages = pages(Duration.ofSeconds(30));
        String tag = get(pages, "/items/same").getHeader("ETag");
        unchanged.add(new UnchangedPages.Kept(new PublicPage("/items/same", ""), tag));
        get(pages, "/items/other");
        text = "แก้ไขแล้ว";
        ticks.addAndGet(Duration.ofSeconds(16).toNanos());

        get(pages, "/items/same");
        get(pages, "/items/other");

        Awaitility.await()
                .untilAsserted(() -> assertThat(get(pages, "/items/other").getContentAsString(StandardCharsets.UTF_8))
                        .isEqualTo("แก้ไขแล้ว"));
        assertThat(get(pages, "/items/same").getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo(LONG_TEXT);
        assertThat(calls).hasSize(3);
    }

    /** As while one of them is rolled. */
    @ParameterizedTest
    @ValueSource(ints = {404, 503})
    void isFetchedWhereTheServiceDoesNotSayWhetherItChanged(int status) throws Exception {
        answeredToQuestions = status;
        KeptPages pages = pages(Duration.ofSeconds(30));
        get(pages, HOME);
        text = "มีประกาศใหม่";
        ticks.addAndGet(Duration.ofSeconds(16).toNanos());

        Awaitility.await().untilAsserted(() -> assertThat(get(pages, HOME).getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo("มีประกาศใหม่"));
    }

    @Test
    void aQuestionThatIsNeverAnsweredKeepsNobodyFromTheNext() throws Exception {
        KeptPages pages = pages(Duration.ofSeconds(30));
        String tag = get(pages, HOME).getHeader("ETag");
        hanging = true;
        clock.advance(Duration.ofSeconds(1));
        ticks.addAndGet(Duration.ofSeconds(16).toNanos());
        get(pages, HOME);
        Awaitility.await("what could not be asked is fetched")
                .until(() -> "public, max-age=60".equals(get(pages, HOME).getHeader("Cache-Control")));
        assertThat(questions).hasSize(1);
        assertThat(calls).hasSize(2);

        hanging = false;
        unchanged.add(new UnchangedPages.Kept(new PublicPage(HOME, ""), tag));
        ticks.addAndGet(Duration.ofSeconds(16).toNanos());
        get(pages, HOME);

        Awaitility.await().until(() -> questions.size() == 2);
    }

    @Test
    void isNeverGivenFromTheInstantOnAtWhichItChanges() throws Exception {
        caching = "public, max-age=5";
        KeptPages pages = pages(LONG);

        assertThat(get(pages, HOME).getHeader("Cache-Control")).isEqualTo("public, max-age=5");
        clock.advance(Duration.ofMillis(4_999));
        assertThat(get(pages, HOME).getHeader("Cache-Control")).isEqualTo("public, max-age=0");
        clock.advance(Duration.ofMillis(1));
        get(pages, HOME);

        assertThat(relayed).isEqualTo(1);
        assertThat(calls).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | no-cache",
                "200 | private, max-age=60",
                "200 | public, max-age=60, must-revalidate",
                "404 | public, max-age=60",
                "410 | public, max-age=60",
                "503 | public, max-age=60"
            })
    void onlyWhatEverybodyMayKeepIsKept(int answered, String cacheControl) throws Exception {
        status = answered;
        caching = cacheControl;
        KeptPages pages = pages(LONG);

        get(pages, HOME);
        get(pages, HOME);

        assertThat(relayed).isEqualTo(2);
        assertThat(calls).as("the second is relayed at once").hasSize(1);
    }

    @Test
    void aServiceThatIsGoneIsTheRelaysConcern() throws Exception {
        KeptPages pages = pages(LONG);
        service.stop(0);

        get(pages, HOME);

        assertThat(relayed).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/search", "/items/7/files/1/a.pdf", "/api/requests", "/staff", "/calendar/secret"})
    void allElseIsRelayed(String path) throws Exception {
        get(pages(LONG), path);

        assertThat(relayed).isEqualTo(1);
        assertThat(calls).isEmpty();
    }

    @Test
    void whatChangesSomethingIsRelayed() throws Exception {
        give(pages(LONG), call("POST", HOME));

        assertThat(relayed).isEqualTo(1);
        assertThat(calls).isEmpty();
    }

    @Test
    void whoeverIsSignedInSeesAtOnceWhatTheyDid() throws Exception {
        KeptPages pages = pages(LONG);
        get(pages, HOME);
        MockHttpServletRequest call = call("GET", HOME);
        call.setCookies(new Cookie("prakat-session", "secret"));

        give(pages, call);

        assertThat(relayed).isEqualTo(1);
    }

    @Test
    void anAddressThatNobodyWouldReadIsRelayed() throws Exception {
        MockHttpServletRequest call = call("GET", HOME);
        call.setQueryString("x=" + "y".repeat(400));

        give(pages(LONG), call);

        assertThat(relayed).isEqualTo(1);
        assertThat(calls).isEmpty();
    }

    @Test
    void formsOfTheSameDataAreKeptApart() throws Exception {
        KeptPages pages = pages(LONG);
        for (String accepted : List.of("application/json", "application/ld+json", "application/json")) {
            MockHttpServletRequest call = call("GET", "/api/public/items/7");
            call.addHeader("Accept", accepted);
            give(pages, call);
        }

        assertThat(calls)
                .extracting(headers -> headers.getFirst("Accept"))
                .containsExactly("application/json", "application/ld+json");
    }

    @Test
    void isGivenPackedToWhoeverTakesIt() throws Exception {
        MockHttpServletRequest call = call("GET", HOME);
        call.addHeader("Accept-Encoding", "gzip, br");

        MockHttpServletResponse answer = give(pages(LONG), call);

        assertThat(answer.getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(answer.getContentLength()).isEqualTo(answer.getContentAsByteArray().length);
        try (GZIPInputStream body = new GZIPInputStream(new ByteArrayInputStream(answer.getContentAsByteArray()))) {
            assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(LONG_TEXT);
        }
    }

    @Test
    void isNotSentToWhoeverHasIt() throws Exception {
        KeptPages pages = pages(LONG);
        MockHttpServletRequest again = call("GET", HOME);
        again.addHeader("If-None-Match", get(pages, HOME).getHeader("ETag"));

        MockHttpServletResponse answer = give(pages, again);

        assertThat(answer.getStatus()).isEqualTo(304);
        assertThat(answer.getContentAsByteArray()).isEmpty();
    }

    @Test
    void itsHeadSaysHowLongItIs() throws Exception {
        KeptPages pages = pages(LONG);

        MockHttpServletResponse answer = give(pages, call("HEAD", HOME));

        assertThat(answer.getContentLength()).isEqualTo(LONG_TEXT.getBytes(StandardCharsets.UTF_8).length);
        assertThat(answer.getContentAsByteArray()).isEmpty();
        assertThat(get(pages, HOME).getContentAsString(StandardCharsets.UTF_8)).isEqualTo(LONG_TEXT);
    }

    private KeptPages pages(Duration lag) {
        URI address = URI.create("http://127.0.0.1:" + service.getAddress().getPort());
        RestClient http = RestClient.builder()
                .requestFactory(GatewayWeb.forPages(connections))
                .build();
        return new KeptPages(
                http, address, new GatewayProperties.KeptPages(lag, DataSize.ofMegabytes(1)), clock, ticks::get);
    }

    private MockHttpServletResponse get(KeptPages pages, String path) throws Exception {
        return give(pages, call("GET", path));
    }

    private MockHttpServletResponse give(KeptPages pages, MockHttpServletRequest call) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        pages.doFilter(call, response, (request, ignored) -> relayed++);
        return response;
    }

    private static MockHttpServletRequest call(String method, String path) {
        return new MockHttpServletRequest(method, path);
    }

    private void answerQuestion(HttpExchange exchange) throws IOException {
        UnchangedPages.Question question =
                JSON.readValue(exchange.getRequestBody().readAllBytes(), UnchangedPages.Question.class);
        questions.add(question);
        if (hanging) {
            return;
        }
        List<Long> maxAges = question.pages().stream()
                .map(page -> unchanged.contains(page) ? 60L : null)
                .toList();
        byte[] body = JSON.writeValueAsBytes(new UnchangedPages.Answer(maxAges));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answeredToQuestions, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.add(exchange.getRequestHeaders());
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
        exchange.getResponseHeaders().set("Cache-Control", caching);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
