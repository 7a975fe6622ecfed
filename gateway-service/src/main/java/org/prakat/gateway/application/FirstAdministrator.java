package org.prakat.gateway.application;

import java.util.Set;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Role;
import org.prakat.common.event.OfficeDefined;
import org.prakat.common.event.Person;
import org.prakat.common.event.Text;
import org.prakat.gateway.application.port.Accounts;
import org.prakat.gateway.domain.AccountDefinition;
import org.prakat.gateway.domain.OfficeDefinition;

/** Makes the office and the account with which everything else in an empty system is laid down. */
public final class FirstAdministrator {

    private static final String ID = "administrator";
    private static final String OFFICE = "office";

    /** The system itself, before there is anybody. */
    static final Identity SYSTEM =
            new Identity(new Person("system", "system", "system"), OFFICE, null, Set.of(Role.ADMINISTRATOR));

    private final Accounts accounts;
    private final AdministerReference<OfficeDefined> offices;
    private final AdministerAccounts administer;

    public FirstAdministrator(
            Accounts accounts, AdministerReference<OfficeDefined> offices, AdministerAccounts administer) {
        this.accounts = accounts;
        this.offices = offices;
        this.administer = administer;
    }

    /**
     * Makes them if there is no account yet. Safe to repeat after a crash.
     *
     * @throws IllegalStateException when the user name or the password breaks a rule
     */
    public void makeIfNeeded(String userName, String password, String officeName) {
        boolean made = accounts.find(ID)
                .filter(account -> account.state().passwordHash() != null)
                .isPresent();
        if (made || (!accounts.isEmpty() && accounts.find(ID).isEmpty())) {
            return;
        }
        if (!offices.read(SYSTEM, OFFICE).isOk()) {
            offices.define(SYSTEM, OFFICE, 0, new OfficeDefinition(new Text(officeName, officeName), null, null, false))
                    .orElseThrow();
        }
        if (accounts.find(ID).isEmpty()) {
            administer
                    .define(
                            SYSTEM,
                            ID,
                            0,
                            new AccountDefinition(
                                    userName,
                                    "ผู้ดูแลระบบ",
                                    "ผู้ดูแลระบบ",
                                    null,
                                    OFFICE,
                                    null,
                                    Set.of(Role.ADMINISTRATOR),
                                    true))
                    .orElseThrow();
        }
        administer.setPassword(SYSTEM, ID, password).orElseThrow();
    }
}
