package org.prakat.common.domain;

/**
 * What a person may do in the system at all. An approver or a webmaster moreover needs a valid appointment order for each
 * single decision.
 */
public enum Role {
    /** Asks for publication: every officer of an office. */
    OFFICER,
    /** Head of a work group, appointed to approve (step 2). */
    APPROVER,
    /** Appointed to put information on the site and to take it off (step 3). */
    WEBMASTER,
    /** Keeps accounts, appointment orders and categories; operates the system. */
    ADMINISTRATOR,
    /** Reads everything of the office, changes nothing. */
    AUDITOR,
    /** No person: another office's program, which hands in requests of its office and learns what became of them. */
    OFFICE
}
