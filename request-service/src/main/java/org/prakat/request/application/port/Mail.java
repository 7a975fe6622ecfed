package org.prakat.request.application.port;

import org.prakat.request.domain.Notice;

/** Sends notices by mail. */
public interface Mail {

    /** Sends one; false when the mail server did not take it. */
    boolean send(Notice notice, String address);
}
