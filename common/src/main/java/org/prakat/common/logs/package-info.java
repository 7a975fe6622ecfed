/** Sends what a process logs to a place for logs, where there is one ({@link org.prakat.common.logs.SentLogs}). */
@NullMarked
package org.prakat.common.logs;

import org.jspecify.annotations.NullMarked;
