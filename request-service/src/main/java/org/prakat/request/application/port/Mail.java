package org.prakat.request.application.port;

import java.util.List;
import org.prakat.request.domain.Notice;

/** Sends notices by mail. */
public interface Mail {

    /** Sends one; false when the mail server did not take it. */
    boolean send(Notice notice, String address);

    /** Sends several in one; false when the mail server did not take it. */
    boolean sendDigest(List<Notice> notices, String address);
}
