package org.prakat.common.messaging;

/** Why an event could not be handled, in one line for the administrator. */
final class DeadLetterReason {

    private static final int LONGEST = 500;

    private DeadLetterReason() {}

    static String of(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && !(root instanceof MalformedEventException)) {
            root = root.getCause();
        }
        String reason = root.getClass().getSimpleName() + ": " + root.getMessage();
        return reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST);
    }
}
