package org.prakat.standalone.pages;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real Chromium without a window, driven as a person would. */
final class Chromium implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Chromium.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int HEIGHT = 1000;
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final ChromeDriver driver;
    private final String address;

    private Chromium(ChromeDriver driver, String address) {
        this.driver = driver;
        this.address = address;
    }

    /** Opens it, or has the test skipped where there is none; {@code -Dprakat.browser=required} has it fail instead. */
    static Chromium open(String address) {
        Optional<Path> browser = installed("chromium", "chromium-browser", "google-chrome");
        Optional<Path> driver = installed("chromedriver");
        if (browser.isEmpty() || driver.isEmpty()) {
            String reason = "SKIPPED: no chromium and chromedriver are installed here";
            log.warn("{}", reason);
            if ("required".equals(System.getProperty("prakat.browser"))) {
                throw new IllegalStateException(reason);
            }
            Assumptions.abort(reason);
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.orElseThrow().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                // It talks to the system under test and to nobody else.
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1200,1000",
                "--lang=th");
        LoggingPreferences console = new LoggingPreferences();
        console.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", console);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        return new Chromium(new ChromeDriver(service, options), address);
    }

    private static Optional<Path> installed(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(Path.of("/usr/bin", name), Path.of("/usr/local/bin", name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    void visit(String path) {
        driver.get(address + path);
    }

    /** The path that is shown now. */
    String path() {
        String url = driver.getCurrentUrl();
        return url == null ? "" : url.substring(address.length());
    }

    WebElement find(String css) {
        return new WebDriverWait(driver, PATIENCE)
                .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(css)));
    }

    String text(String css) {
        return find(css).getText();
    }

    void type(String css, String text) {
        WebElement field = find(css);
        field.clear();
        field.sendKeys(text);
    }

    void pick(String css, Path file) {
        find(css).sendKeys(file.toAbsolutePath().toString());
    }

    /** Chooses what has this value. */
    void choose(String css, String value) {
        find(css + " option[value='" + value + "']").click();
    }

    void press(String css) {
        find(css).click();
    }

    void awaitPath(String part) {
        new WebDriverWait(driver, PATIENCE).until(ExpectedConditions.urlContains(part));
    }

    void awaitText(String css, String text) {
        new WebDriverWait(driver, PATIENCE)
                .until(ExpectedConditions.textToBePresentInElementLocated(By.cssSelector(css), text));
    }

    /** Runs a script in the page; gives what it returns. */
    @Nullable
    Object run(String script) {
        return driver.executeScript(script);
    }

    /** Runs a script that tells a list of texts later. */
    List<String> await(String script) {
        return ((List<?>) Objects.requireNonNull(driver.executeAsyncScript(script)))
                .stream().map(String::valueOf).toList();
    }

    /** Presses keys, wherever the focus is. */
    void send(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Waits until what a script says is so. */
    void awaitTrue(String script) {
        new WebDriverWait(driver, PATIENCE)
                .until(ExpectedConditions.jsReturnsValue("return (" + script + ") ? 'yes' : null"));
    }

    void back() {
        driver.navigate().back();
    }

    /** What the browser complained of since this was last asked, refused forms apart. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getMessage())
                .filter(message -> !message.contains("the server responded with a status of 4"))
                .toList();
    }

    /** Shows the page on a screen of this width, in pixels. */
    void resize(int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
    }

    /**
     * Shows the page as somebody else would see it.
     *
     * @param scheme {@code light} or {@code dark}
     * @param media {@code screen} or {@code print}
     */
    void emulate(String scheme, String media) {
        Map<String, Object> preference = Map.of("name", "prefers-color-scheme", "value", scheme);
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", media, "features", List.of(preference)));
    }

    /** How wide the page is, however much of it the screen shows. */
    long widthOfContent() {
        return Long.parseLong(String.valueOf(driver.executeScript("return document.documentElement.scrollWidth")));
    }

    /** Where the links of the page lead within the system, in their order. */
    List<String> links() {
        Object found = driver.executeScript(
                "return [...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin && !a.download)"
                        + ".map(a => a.pathname + a.search)");
        return ((List<?>) Objects.requireNonNull(found))
                .stream().map(String::valueOf).distinct().toList();
    }

    /** What axe finds against WCAG 2.2 at levels A and AA: the rule, and where. */
    List<String> accessibilityFaults() throws IOException {
        driver.executeScript(axe());
        return await(
                """
                const tell = arguments[arguments.length - 1];
                axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
                    .then(result => tell(result.violations.flatMap(
                        rule => rule.nodes.map(node => rule.id + ' ' + node.target + ' ' + node.failureSummary))));
                """);
    }

    private static String axe() throws IOException {
        try (InputStream source = Chromium.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(source).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Keeps a picture of the page, in the folder of the build. */
    void photograph(String name) throws IOException {
        Path picture = SCREENSHOTS.resolve(name + ".png");
        Files.createDirectories(picture.getParent());
        Files.write(picture, driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
