package org.prakat.common.event;

/** A step of the procedure that has a time limit. */
public enum ProcedureStep {
    /** The approver decides (step 2). */
    APPROVAL,
    /** The approver confirms in writing what was said by word of mouth (2.2). */
    CONFIRMATION,
    /** The webmaster publishes (3.1, 3.2). */
    PUBLISHING,
    /** The webmaster or the owner confirms that the item is current (3.3). */
    CURRENCY_CHECK
}
