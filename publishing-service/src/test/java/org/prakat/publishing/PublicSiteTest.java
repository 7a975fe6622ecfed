package org.prakat.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Role;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.Attachment;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.mongo.AggregateStorage;
import org.prakat.common.testing.ServiceUnderTest;
import org.prakat.common.testing.ServiceUnderTest.Answer;
import org.prakat.common.web.PublicPage;
import org.prakat.common.web.UnchangedPages;
import org.prakat.publishing.adapter.out.mongo.MongoPublications;
import org.prakat.publishing.domain.Publication;
import org.prakat.publishing.domain.Samples;
import org.prakat.testing.SampleFiles;
import org.prakat.testing.SteppedClock;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the public finds, reads and subscribes to, and how it is kept. */
class PublicSiteTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SteppedClock CLOCK = new SteppedClock(Samples.NOW);
    private static final PublicationPeriod MONTH = PublicationPeriod.days(30);
    private static final String ADDRESS = "https://www.example.go.th";
    private static final Pattern ITEM = Pattern.compile("<h[23] class=\"item-title\"><a href=\"/items/([^\"?]+)");

    private static PublishingDesk desk;
    private static ServiceUnderTest service;

    @BeforeAll
    static void start() {
        desk = PublishingDesk.open(
                "public-site-test",
                CLOCK,
                Map.of("prakat.site.address", ADDRESS + "/", "prakat.site.sitemap-part", 3),
                "dengue",
                "order",
                "kept",
                "feed",
                "numbered");
        service = desk.service();
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    /** Publishes an item later than all before it. */
    private static void publish(String id, String title, String category, Attachment... files) {
        CLOCK.advance(Duration.ofMinutes(1));
        desk.assign(id, title, category, MONTH, List.of(files));
        assertThat(desk.publish(id).status()).isEqualTo(200);
    }

    private static List<String> found(String query) {
        return items(service.get("/search?" + query).text());
    }

    private static List<String> items(String page) {
        return ITEM.matcher(page)
                .results()
                .map((MatchResult item) -> item.group(1))
                .toList();
    }

    private static String q(String words) {
        return "q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    @Test
    void whoAskedForWhatNobodyHasIsLedOn() throws Exception {
        Answer page = service.get("/not-found");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("href=\"/\"").contains("/search");
    }

    @Test
    void aSearchFindsThaiWordsWithoutSpacesInTitlesBeforeTextsBeforeFileNames() throws Exception {
        Attachment file = desk.store("in-file", "สถิติไข้เลือดออก.pdf", SampleFiles.pdf("in-file"));
        publish("in-title", "สถานการณ์โรคไข้เลือดออกอำเภอวังสะพุง ปี ๒๕๗๐", "dengue");
        publish("in-summary", "รายงานโรคประจำเดือน", "dengue");
        desk.post("in-summary", "/correction", Map.of("field", "summary", "text", "พบผู้ป่วยไข้เลือดออก 3 ราย"));
        publish("in-file", "เอกสารประกอบ", "dengue", file);
        publish("in-title-too", "ป้องกันไข้เลือดออกในจังหวัดเลย", "order");

        assertThat(found(q("ไข้เลือดออก"))).containsExactly("in-title-too", "in-title", "in-summary", "in-file");
        assertThat(found(q("ไข้\u200Bเลือดออก วังสะพุง"))).containsExactly("in-title");
        assertThat(found(q("วังสะพุงไข้เลือดออก"))).as("in another order").containsExactly("in-title");
        assertThat(found(q("2570 วังสะพุง"))).as("digits of either kind").containsExactly("in-title");
        assertThat(found(q("จังหวัดเลย"))).as("not a stop word").containsExactly("in-title-too");
        assertThat(found(q("ข้เลือดอ"))).as("a part of a word").hasSize(4);
        assertThat(found(q("ไข้หวัดนก"))).isEmpty();
    }

    @Test
    void theWaysToNarrowASearchAreFoldedUntilOneIsUsed() throws Exception {
        String folded = "<details class=\"narrow\">";
        assertThat(service.get("/search?" + q("อะไรก็ได้")).text()).contains(folded);
        assertThat(service.get("/search?" + q("อะไรก็ได้") + "&fileType=pdf").text())
                .contains("<details class=\"narrow\" open=\"open\">")
                .doesNotContain(folded);
    }

    @Test
    void aSearchIsNarrowedByCategoryYearAndTypeAndReadPageByPage() throws Exception {
        for (int i = 0; i < 23; i++) {
            publish("paged-" + i, "เอกสารหน้าที่ " + i, "order");
        }
        Attachment csv = desk.store("paged-file", "เอกสารหน้าที่.csv", SampleFiles.pdf("paged-file"));
        publish("paged-file", "ตาราง", "order", csv);

        Answer first = service.get("/search?" + q("เอกสารหน้าที่") + "&category=order");
        String next = first.text().replaceAll("(?s).*<a class=\"button\" rel=\"next\" href=\"([^\"]+)\".*", "$1");
        List<String> second = items(service.get(next.replace("&amp;", "&")).text());

        assertThat(items(first.text())).hasSize(20).startsWith("paged-22", "paged-21");
        assertThat(second).containsExactly("paged-2", "paged-1", "paged-0", "paged-file");
        assertThat(found(q("เอกสารหน้าที่") + "&category=dengue")).isEmpty();
        assertThat(found(q("เอกสารหน้าที่") + "&fiscalYear=2570&category=")).hasSize(20);
        assertThat(found(q("เอกสารหน้าที่") + "&fiscalYear=2569")).isEmpty();
        assertThat(found(q("เอกสารหน้าที่") + "&fileType=csv")).containsExactly("paged-file");
        assertThat(found("fileType=csv")).contains("paged-file").doesNotContain("paged-22");
        assertThat(service.get("/search?" + q("ไม่มีแน่") + "&category=order&lang=en")
                        .text())
                .contains("Nothing found")
                .contains("Search for this in all categories")
                .contains("href=\"/categories/dengue?lang=en\"");
        assertThat(service.get("/api/public/items?" + q("เอกสารหน้าที่") + "&limit=2")
                        .json()
                        .get("items"))
                .hasSize(2);
    }

    @Test
    void whatAnEarlierVersionPublishedIsFoundAfterTheStart() {
        publish("earlier", "คำสั่งแต่งตั้งคณะทำงานจิตอาสา", "dengue");
        AggregateStorage storage = service.bean(AggregateStorage.class);
        storage.database()
                .getCollection("publications")
                .updateOne(Filters.eq("_id", "earlier"), Updates.unset("search"));
        assertThat(found(q("จิตอาสา"))).isEmpty();
        MongoPublications publications = service.bean(MongoPublications.class);

        assertThat(publications.fillSearchTerms()).isEqualTo(1);
        assertThat(publications.fillSearchTerms()).as("once").isZero();
        assertThat(found(q("จิตอาสา"))).containsExactly("earlier");
    }

    @Test
    void aCategoryStandsInItsPublishingOrder() {
        publish("numbered-1", "ลำดับแรก", "numbered");
        publish("numbered-2", "ลำดับสอง", "numbered");

        Answer page = service.get("/categories/numbered");

        assertThat(items(page.text())).containsExactly("numbered-2", "numbered-1");
        assertThat(page.text()).contains("ลำดับที่ 2/2570").contains(ADDRESS + "/categories/numbered/feed.xml");
    }

    @Test
    void feedsNameWholeAddresses() throws Exception {
        Attachment file = desk.store("fed", "ตาราง <1>.pdf", SampleFiles.pdf("fed"));
        publish("fed", "ข่าว & ประกาศ", "feed", file);

        Answer feed = service.get("/categories/feed/feed.xml");
        Document atom = xml(feed);

        assertThat(feed.header("Content-Type")).startsWith("application/atom+xml");
        assertThat(atom.getDocumentElement().getTagName()).isEqualTo("feed");
        assertThat(texts(atom, "title")).startsWith("หมวด feed - " + Samples.OFFICE, "ข่าว & ประกาศ");
        assertThat(texts(atom, "id")).contains(ADDRESS + "/categories/feed", ADDRESS + "/items/fed");
        assertThat(feed.text()).contains(ADDRESS + "/items/fed/files/1").contains("rel=\"self\"");
        assertThat(texts(xml(service.get("/feed.xml")), "id")).contains(ADDRESS + "/items/fed");
        assertThat(service.get("/categories/unknown/feed.xml").status()).isEqualTo(404);
    }

    @Test
    void theSiteMapComesInPartsAndNamesEveryItemOnce() throws Exception {
        for (int i = 0; i < 4; i++) {
            publish("mapped-" + i, "ในแผนผัง " + i, "feed");
        }
        Document map = xml(service.get("/sitemap.xml"));

        assertThat(map.getDocumentElement().getTagName()).isEqualTo("sitemapindex");
        List<String> all = new ArrayList<>();
        for (String part : texts(map, "loc")) {
            assertThat(part).startsWith(ADDRESS + "/sitemaps/");
            List<String> there = texts(xml(service.get(part.substring(ADDRESS.length()))), "loc");
            assertThat(there.stream().filter(page -> page.contains("/items/"))).hasSizeBetween(1, 3);
            all.addAll(there);
        }
        assertThat(all)
                .doesNotHaveDuplicates()
                .contains(
                        ADDRESS + "/",
                        ADDRESS + "/categories/feed",
                        ADDRESS + "/items/mapped-0",
                        ADDRESS + "/items/mapped-3");
        assertThat(service.get("/sitemaps/0.xml").status()).isEqualTo(404);
        assertThat(service.get("/sitemaps/9999.xml").status()).isEqualTo(404);
        assertThat(service.get("/robots.txt").text())
                .contains("Disallow: /staff")
                .contains("Sitemap: " + ADDRESS + "/sitemap.xml");
    }

    @Test
    void anItemIsDescribedInTheWordsOfSchemaOrg() throws Exception {
        Attachment file = desk.store("described", "ข้อมูล.csv", SampleFiles.pdf("described"));
        publish("described", "ข้อมูล </script><b>เปิด", "dengue", file);

        String page = service.get("/items/described").text();
        Answer api = service.send(HttpRequest.newBuilder(URI.create(service.address() + "/api/public/items/described"))
                .header("Accept", "application/ld+json"));

        String block = page.replaceAll("(?s).*<script type=\"application/ld\\+json\">(.*?)</script>.*", "$1");
        JsonNode inPage = JsonMapper.shared().readTree(block);
        assertThat(inPage.get("@type").asString()).isEqualTo("Dataset");
        assertThat(inPage.get("name").asString()).isEqualTo("ข้อมูล </script><b>เปิด");
        assertThat(inPage.get("url").asString()).isEqualTo(ADDRESS + "/items/described");
        assertThat(inPage.get("temporalCoverage").asString()).isEqualTo("2026-11-16/2026-11-24");
        assertThat(inPage.get("distribution").get(0).get("sha256").asString()).isEqualTo(file.sha256());
        assertThat(inPage.get("publisher").propertyNames())
                .as("always in this order, as the entity tags of replicas must agree")
                .containsExactly("@type", "name", "alternateName");
        assertThat(api.json()).isEqualTo(inPage);
        assertThat(api.header("Content-Type")).startsWith("application/ld+json");
        assertThat(service.get("/api/public/items/described")
                        .json()
                        .get("title")
                        .asString())
                .isEqualTo("ข้อมูล </script><b>เปิด");
        assertThat(page).contains("rel=\"canonical\" href=\"" + ADDRESS + "/items/described\"");
    }

    @Test
    void aFileTellsItsSizeToTheByteAndOnlyOnce() throws Exception {
        publish("small", "ไฟล์เล็ก", "dengue", desk.store("small", "small.pdf", new byte[1023]));
        publish("large", "ไฟล์ใหญ่", "dengue", desk.store("large", "large.pdf", new byte[1536]));

        assertThat(service.get("/items/small").text()).contains("1023 B").doesNotContain("ไบต์");
        assertThat(service.get("/items/large").text()).contains("2 KB").contains("1,536 ไบต์");
    }

    @Test
    void theCodeOfAnAddressIsThereAsLongAsTheItem() {
        publish("coded", "มีรหัส", "dengue");

        Answer code = service.get("/items/coded/qr.svg");

        assertThat(code.header("Content-Type")).isEqualTo("image/svg+xml");
        assertThat(code.header("Cache-Control")).isEqualTo("public, max-age=60");
        assertThat(service.get("/items/coded").text()).contains("src=\"/items/coded/qr.svg\"");
        desk.post("coded", "/take-down", Map.of("cause", "WITHDRAWN", "explanation", "ยกเลิก"));
        assertThat(service.get("/items/coded/qr.svg").status()).isEqualTo(410);
        assertThat(service.get("/items/never/qr.svg").status()).isEqualTo(404);
    }

    @Test
    void whoHasAnAnswerAlreadyIsToldSoAndWhoTakesItPackedGetsItPacked() throws IOException {
        publish("packed", "บีบอัด", "kept");
        Answer plain = service.get("/items/packed");

        Answer packed = service.send(call("/items/packed").header("Accept-Encoding", "br, gzip"));
        Answer unpacked = service.send(call("/items/packed").header("Accept-Encoding", "gzip;q=0"));
        Answer same = service.send(call("/items/packed").header("If-None-Match", plain.tag()));
        Answer sameSince =
                service.send(call("/items/packed").header("If-Modified-Since", plain.header("Last-Modified")));

        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.header("Vary")).contains("Accept-Encoding");
        assertThat(new GZIPInputStream(
                                new ByteArrayInputStream(packed.response().body()))
                        .readAllBytes())
                .isEqualTo(plain.response().body());
        assertThat(packed.tag()).isEqualTo(plain.tag()).startsWith("W/");
        assertThat(unpacked.text()).isEqualTo(plain.text());
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.header("Cache-Control")).isEqualTo("public, max-age=60");
        assertThat(sameSince.status()).isEqualTo(304);
        assertThat(service.send(call("/items/packed").method("HEAD", HttpRequest.BodyPublishers.noBody()))
                        .tag())
                .isEqualTo(plain.tag());
        assertThat(packed.header("Content-Security-Policy"))
                .as("a kept answer is as safe")
                .isEqualTo(plain.header("Content-Security-Policy"))
                .startsWith("default-src 'none'");
    }

    private static HttpRequest.Builder call(String path) {
        return HttpRequest.newBuilder(URI.create(service.address() + path));
    }

    @Test
    void whatIsKeptIsNeverOlderThanWhatIsStored() {
        publish("kept", "ก่อนแก้", "kept");
        assertThat(service.get("/items/kept").text()).contains("ก่อนแก้");
        assertThat(service.get("/categories/kept").text()).contains("ก่อนแก้");

        desk.post("kept", "/correction", Map.of("field", "title", "text", "หลังแก้"));

        assertThat(service.get("/items/kept").text()).contains("<h1>หลังแก้</h1>");
        assertThat(service.get("/categories/kept").text()).contains("หลังแก้");
        desk.post("kept", "/take-down", Map.of("cause", "PERSONAL_DATA", "explanation", "มีชื่อ"));
        assertThat(service.get("/items/kept").status()).isEqualTo(410);
        assertThat(service.get("/categories/kept").text()).doesNotContain("หลังแก้");
        assertThat(service.get("/feed.xml").text()).doesNotContain("หลังแก้");
    }

    @Test
    void anItemThatAnotherReplicaChangedIsReadAnew() {
        publish("elsewhere", "สองเครื่อง", "kept");
        Answer before = service.get("/items/elsewhere");
        MongoPublications other = new MongoPublications(service.bean(AggregateStorage.class));
        Versioned<Publication> seen = other.find("elsewhere").orElseThrow();
        other.documents()
                .updateOne(
                        Filters.eq("_id", "elsewhere"),
                        Updates.combine(
                                Updates.set("version", seen.version() + 1), Updates.set("state.status", "TAKEN_DOWN")));

        assertThat(before.status()).isEqualTo(200);
        assertThat(service.get("/items/elsewhere").status()).isEqualTo(410);
        CLOCK.advance(Duration.ofSeconds(1));
        assertThat(service.get("/categories/kept").text())
                .as("lists, within a second")
                .doesNotContain("สองเครื่อง");
    }

    @Test
    void aGatewayAsksAboutManyKeptPagesAtOnce() throws Exception {
        publish("asked-1", "ยังเหมือนเดิม", "kept");
        publish("asked-2", "จะถูกแก้", "kept");
        UnchangedPages.Kept same = kept("/items/asked-1");
        UnchangedPages.Kept corrected = kept("/items/asked-2");
        UnchangedPages.Kept list = kept("/categories/kept");
        UnchangedPages.Kept ofAnotherTag = new UnchangedPages.Kept(same.page(), "W/\"1\"");
        UnchangedPages.Kept unknown = new UnchangedPages.Kept(new PublicPage("/items/asked-1?lang=en", ""), same.tag());

        assertThat(maxAges(same, corrected, list, ofAnotherTag, unknown)).containsExactly(60L, 60L, 60L, null, null);
        desk.post("asked-2", "/correction", Map.of("field", "title", "text", "หลังแก้"));

        assertThat(maxAges(same, corrected, list)).containsExactly(60L, null, null);
        desk.assign("asked-3", "ใกล้หมดเวลา", "kept", PublicationPeriod.days(1), List.of());
        assertThat(desk.publish("asked-3").status()).isEqualTo(200);
        Instant end = Instant.parse(
                service.get("/api/public/items/asked-3").json().get("expiresAt").asString());
        CLOCK.set(end.minusSeconds(20));
        UnchangedPages.Kept ending = kept("/items/asked-3");
        assertThat(maxAges(ending, same)).as("a minute is the most").containsExactly(20L, null);
        CLOCK.set(end);
        assertThat(maxAges(ending)).containsExactly((Long) null);
    }

    @Test
    void itemsThatWereWantedTogetherAreNotAllMadeAnewTogether() throws Exception {
        List<UnchangedPages.Kept> items = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            publish("together-" + i, "ประกาศพร้อมกัน " + i, "kept");
        }
        for (int i = 0; i < 8; i++) {
            items.add(kept("/items/together-" + i));
        }

        CLOCK.advance(Duration.ofMillis(29_999));
        assertThat(maxAges(items)).as("none in the first half minute").doesNotContainNull();
        CLOCK.advance(Duration.ofSeconds(15));
        assertThat(maxAges(items)).as("some later than others").containsNull().isNotEqualTo(noneOf(items));
        CLOCK.advance(Duration.ofSeconds(15));
        assertThat(maxAges(items)).as("each within a minute").isEqualTo(noneOf(items));
    }

    private static List<Long> noneOf(List<UnchangedPages.Kept> pages) {
        return Collections.nCopies(pages.size(), null);
    }

    @Test
    void whatIsAskedAboutKeptPagesMayBeRubbish() {
        UnchangedPages.Kept page = new UnchangedPages.Kept(new PublicPage("/", ""), "W/\"1\"");

        assertThat(ask(Map.of("pages", Collections.nCopies(501, page))).status())
                .isEqualTo(413);
        for (Object rubbish : List.of(
                List.of(),
                Map.of(),
                Map.of("pages", "all"),
                Map.of("pages", List.of(Map.of())),
                Map.of("pages", Collections.singletonList(null)))) {
            assertThat(ask(rubbish).status()).isEqualTo(400);
        }
    }

    private static UnchangedPages.Kept kept(String address) {
        return new UnchangedPages.Kept(
                new PublicPage(address, ""), service.get(address).header("ETag"));
    }

    private static List<Long> maxAges(UnchangedPages.Kept... pages) throws Exception {
        return maxAges(List.of(pages));
    }

    private static List<Long> maxAges(List<UnchangedPages.Kept> pages) throws Exception {
        Answer answer = ask(new UnchangedPages.Question(pages));
        return JSON.readValue(answer.text(), UnchangedPages.Answer.class).maxAges();
    }

    private static Answer ask(Object question) {
        return service.send(call(UnchangedPages.PATH)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(question))));
    }

    @Test
    void aListIsNewWithinASecondAndEndsWithTheFirstOfItsItems() {
        publish("short-1", "รายการแรกของหมวด", "kept");
        assertThat(service.get("/categories/kept").text()).contains("รายการแรกของหมวด");
        CLOCK.advance(Duration.ofSeconds(1));
        desk.assign("short-2", "รายการถัดมา", "kept", PublicationPeriod.days(1), List.of());
        desk.publish("short-2");
        assertThat(service.get("/categories/kept").text()).contains("รายการถัดมา");
        Instant end = Instant.parse(
                service.get("/api/public/items/short-2").json().get("expiresAt").asString());

        CLOCK.set(end.minusSeconds(10));
        assertThat(service.get("/categories/kept").header("Cache-Control")).isEqualTo("public, max-age=10");
        CLOCK.set(end.minusMillis(200));
        assertThat(service.get("/categories/kept").text()).contains("รายการถัดมา");
        assertThat(service.get("/categories/kept").header("Cache-Control")).isEqualTo("public, max-age=0");
        CLOCK.set(end);
        assertThat(service.get("/categories/kept").text()).doesNotContain("รายการถัดมา");
    }

    @Test
    void aListIsNotKeptElsewhereBeyondTheTimeAtWhichAnItemIsToAppear() {
        desk.assign("to-come", "กำลังจะมา", "kept", MONTH, List.of());
        CLOCK.advance(Duration.ofSeconds(2));
        String soon = CLOCK.instant().plusSeconds(20).toString();
        desk.post("to-come", "/publication", Map.of("checked", true, "publishAt", soon));

        assertThat(service.get("/categories/kept").header("Cache-Control")).isEqualTo("public, max-age=20");
        desk.post("to-come", "/schedule-cancellation", Map.of());
    }

    @Test
    void whoWorksOnAnItemSeesItBeforehandExactlyAsThePublicWill() throws Exception {
        Attachment file = desk.store("seen", "แนบ.pdf", SampleFiles.pdf("seen"));
        CLOCK.advance(Duration.ofMinutes(1));
        desk.assign("seen", "ยังไม่เผยแพร่", "dengue", MONTH, List.of(file));
        String path = "/api/publications/seen/preview";

        Answer preview = service.get(PublishingDesk.WEBMASTER, path);
        Answer english = service.get(PublishingDesk.WEBMASTER, path + "?lang=en");
        desk.publish("seen");
        String published = service.get("/items/seen").text();

        assertThat(preview.text())
                .contains("ตัวอย่างก่อนเผยแพร่")
                .contains("content=\"noindex\"")
                .contains("href=\"/api/publications/seen/attachments/f1\"");
        assertThat(facts(preview.text())).isEqualTo(facts(published)).contains("ลำดับที่ ");
        assertThat(preview.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(preview.header("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(english.text()).contains("This is not public yet");
        assertThat(published).doesNotContain("ตัวอย่างก่อนเผยแพร่");
        assertThat(service.get(PublishingDesk.WEBMASTER, path + "/qr.svg").header("Content-Type"))
                .isEqualTo("image/svg+xml");
    }

    private static String facts(String page) {
        return page.replaceAll("(?s).*(<dl class=\"facts\">.*</dl>).*", "$1");
    }

    @Test
    void nobodyElseSeesAPreview() {
        desk.assign("hidden", "ยังไม่ถึงเวลา", "dengue", MONTH, List.of());
        String path = "/api/publications/hidden/preview";
        Identity approver = new Identity(Samples.HEAD, Samples.OFFICE, "health", Set.of(Role.APPROVER));
        Identity another = new Identity(Samples.WEBMASTER, Samples.OFFICE, "health", Set.of(Role.OFFICER));
        Identity elsewhere = new Identity(Samples.WEBMASTER, "another-office", null, Set.of(Role.WEBMASTER));

        assertThat(service.get(path).status()).isEqualTo(401);
        assertThat(service.get(another, path).status()).isEqualTo(403);
        assertThat(service.get(elsewhere, path).status()).isEqualTo(404);
        assertThat(service.get(approver, path).status()).as("who approved it").isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/items/unknown", "/categories/unknown"})
    void aPageThatIsNotThereLeadsOn(String path) {
        assertThat(service.get(path).text())
                .contains("role=\"search\"")
                .contains("href=\"/\"")
                .contains("href=\"/categories/dengue\"");
    }

    private static Document xml(Answer answer) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.response().body()));
    }

    private static List<String> texts(Document document, String element) {
        NodeList nodes = document.getElementsByTagName(element);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }
}
