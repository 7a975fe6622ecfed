package org.prakat.common.event;

import java.util.List;

/**
 * What an office has laid down for its own procedure.
 *
 * @param approvalDays working days within which the approver decides, from 1
 * @param publishingDays working days within which the webmaster publishes, from 1
 * @param remindDaysBefore how many days before the end of a publication its owner is reminded, for example 30, 7 and 1
 * @param suspendUnconfirmed whether an item leaves the site when its verbal approval is not confirmed in time
 * @param approverMayPublish whether the approver of a request may also publish it
 */
public record OfficeRules(
        int approvalDays,
        int publishingDays,
        List<Integer> remindDaysBefore,
        boolean suspendUnconfirmed,
        boolean approverMayPublish) {

    /** What holds until an office says otherwise. */
    public static final OfficeRules DEFAULT = new OfficeRules(1, 1, List.of(30, 7, 1), true, false);

    public OfficeRules {
        remindDaysBefore = List.copyOf(remindDaysBefore);
    }
}
