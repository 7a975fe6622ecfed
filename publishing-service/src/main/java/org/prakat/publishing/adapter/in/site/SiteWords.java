package org.prakat.publishing.adapter.in.site;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.prakat.common.event.Text;

/** The words of the site in one language. */
public final class SiteWords {

    private static final String BUNDLE = "org.prakat.publishing.site";

    private final Locale language;
    private final ResourceBundle texts;

    SiteWords(Locale language) {
        this.language = language;
        this.texts = ResourceBundle.getBundle(
                BUNDLE,
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** For the attribute {@code lang} of the page. */
    public String language() {
        return language.getLanguage();
    }

    public boolean english() {
        return Locale.ENGLISH.equals(language);
    }

    /** A text of the bundle, with its {@code {0}} filled in. */
    public String say(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), language).format(arguments);
    }

    public String in(Text text) {
        return english() ? text.en() : text.th();
    }

    /** An address on this site that keeps the language. */
    public String link(String path) {
        if (!english()) {
            return path;
        }
        return path + (path.contains("?") ? "&" : "?") + "lang=en";
    }
}
