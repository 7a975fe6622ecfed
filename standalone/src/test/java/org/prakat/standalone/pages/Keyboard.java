package org.prakat.standalone.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.openqa.selenium.Keys;

/** A person without a mouse, who sees where the focus is and goes on from there. */
final class Keyboard {

    private static final int MOST_STOPS = 200;
    private static final int MOST_CHOICES = 40;

    private final Chromium browser;

    Keyboard(Chromium browser) {
        this.browser = browser;
    }

    /** Goes on with the tabulator until the focus is there, and can be seen to be there. */
    Keyboard to(String css) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            browser.send(Keys.TAB);
            if (says("document.activeElement.matches(\"" + css + "\")")) {
                assertThat(
                                says(
                                        """
                                (() => {
                                    const style = getComputedStyle(document.activeElement);
                                    return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
                                })()
                                """))
                        .as("the focus shows on %s", css)
                        .isTrue();
                return this;
            }
        }
        throw new AssertionError("the tabulator does not lead to " + css + " on " + browser.path());
    }

    Keyboard type(String text) {
        browser.send(text);
        return this;
    }

    /** Presses the link or button that has the focus. */
    void enter() {
        browser.send(Keys.ENTER);
    }

    Keyboard tick() {
        browser.send(Keys.SPACE);
        return this;
    }

    /** Goes down the choices until this one is chosen. */
    Keyboard choose(String value) {
        for (int choice = 0; choice < MOST_CHOICES; choice++) {
            if (says("document.activeElement.value === '" + value + "'")) {
                return this;
            }
            browser.send(Keys.ARROW_DOWN);
        }
        throw new AssertionError("there is no choice " + value);
    }

    private boolean says(String script) {
        return (Boolean) Objects.requireNonNull(browser.run("return " + script));
    }
}
