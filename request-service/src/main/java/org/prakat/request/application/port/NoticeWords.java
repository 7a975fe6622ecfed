package org.prakat.request.application.port;

import java.util.Locale;
import org.prakat.request.domain.Notice;

/** Puts notices into words: English where that is asked for, Thai otherwise. */
public interface NoticeWords {

    /** One line: what it is about. */
    String subject(Notice notice, Locale language);

    /** A few sentences, with the reasons where there are some, each on a line. */
    String body(Notice notice, Locale language);

    /** One line for so many notices in one mail. */
    String digest(int count, Locale language);
}
