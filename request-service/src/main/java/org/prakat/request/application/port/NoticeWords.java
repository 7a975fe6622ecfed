package org.prakat.request.application.port;

import java.util.Locale;
import org.prakat.request.domain.Notice;
import org.prakat.request.domain.OpenDeadline;

/** Puts notices and deadlines into words: English where that is asked for, Thai otherwise. */
public interface NoticeWords {

    /** One line: what it is about. */
    String subject(Notice notice, Locale language);

    /** A few sentences, with the reasons where there are some, each on a line. */
    String body(Notice notice, Locale language);

    /** The same for whoever reads it elsewhere than on our pages: with the full address of the item, where it names one. */
    String bodyElsewhere(Notice notice, Locale language);

    /** One line for so many notices in one mail. */
    String digest(int count, Locale language);

    /** One line: what is to be done, or will happen. */
    String deadline(OpenDeadline deadline, Locale language);

    /** The same in a sentence, with the exact time. */
    String deadlineInFull(OpenDeadline deadline, Locale language);

    /** The name of a calendar of deadlines. */
    String calendar(Locale language);
}
