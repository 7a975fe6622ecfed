package org.prakat.expiry.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.prakat.expiry.application.Submission.Happening;

/**
 * One of the ways that a request may go, from its submission on: only what the procedure allows, in an order that may be. Its
 * moments are of few days, so that different events often set the same one.
 */
final class RandomHistory {

    private static final int MOST_REVISIONS = 3;

    private final Random random;
    private final List<Happening> happenings = new ArrayList<>();
    private Submission submission = new Submission("r", 1);
    private boolean toConfirm;

    private RandomHistory(Random random) {
        this.random = random;
    }

    static List<Happening> of(long seed) {
        RandomHistory history = new RandomHistory(new Random(seed));
        history.submit();
        return history.happenings;
    }

    private int day() {
        return 100 + random.nextInt(3);
    }

    private void submit() {
        happenings.add(submission.submitted(day()));
        switch (random.nextInt(8)) {
            case 0 -> happenings.add(submission.withdrawn());
            case 1 -> happenings.add(submission.rejected());
            case 2 -> {
                happenings.add(submission.changesRequested());
                revise();
            }
            default -> approve();
        }
    }

    private void revise() {
        if (submission.revision() < MOST_REVISIONS) {
            submission = new Submission(submission.id(), submission.revision() + 1);
            submit();
        }
    }

    private void approve() {
        toConfirm = random.nextBoolean();
        happenings.add(toConfirm ? submission.approvedByWord(day(), day()) : submission.approved(day()));
        while (random.nextInt(3) == 0) {
            happenings.add(submission.scheduled(day()));
            happenings.add(submission.scheduleCancelled(day()));
        }
        maybeConfirm();
        switch (random.nextInt(8)) {
            case 0 -> happenings.add(submission.withdrawn());
            case 1 -> {
                happenings.add(submission.returned());
                revise();
            }
            case 2 -> {
                happenings.add(submission.returnedToApprover(day()));
                approve();
            }
            case 3 -> {
                if (toConfirm) {
                    happenings.add(submission.refused());
                } else {
                    publish();
                }
            }
            case 4 -> happenings.add(submission.scheduled(day()));
            default -> publish();
        }
    }

    private void maybeConfirm() {
        if (toConfirm && random.nextInt(3) == 0) {
            happenings.add(submission.confirmed());
            toConfirm = false;
        }
    }

    private void publish() {
        if (random.nextBoolean()) {
            happenings.add(submission.scheduled(day()));
        }
        happenings.add(
                submission.published(random.nextInt(4) == 0 ? null : day(), random.nextBoolean() ? day() : null));
        for (int i = random.nextInt(6); i > 0; i--) {
            maybeConfirm();
            switch (random.nextInt(4)) {
                case 0 -> happenings.add(submission.current(day()));
                case 1 -> amend(submission.extended(random.nextInt(4) == 0 ? null : day()));
                case 2 -> amend(submission.replaced(day(), day()));
                default -> happenings.add(submission.released(day()));
            }
        }
        switch (random.nextInt(3)) {
            case 0 -> {
                happenings.add(submission.takenDown(day(), null));
                happenings.add(submission.removed(100, 900));
            }
            case 1 -> happenings.add(submission.removed(100, 900));
            default -> {
                // It still stands.
            }
        }
    }

    private void amend(Happening carriedOut) {
        happenings.add(new Submission(Submission.AMENDMENT, 1).approved(day()));
        happenings.add(carriedOut);
    }
}
