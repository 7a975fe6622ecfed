package org.prakat.gateway.adapter.in.ui;

import static org.prakat.gateway.adapter.in.ui.PageProblem.orProblem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.StaffDefined.Absence;
import org.prakat.common.event.Text;
import org.prakat.gateway.application.AdministerAccounts;
import org.prakat.gateway.application.port.Services.Answer;
import org.prakat.gateway.application.port.Services.Caller;
import org.prakat.gateway.application.port.Services.Problem;
import org.prakat.gateway.domain.Absences;
import org.prakat.gateway.domain.Account;
import org.prakat.gateway.domain.AccountDefinition;

/** The accounts, as the administrator's pages ask for them. */
final class AccountDesk {

    private static final int AT_ONCE = 200;

    private final AdministerAccounts accounts;
    private final Refusals refusals;

    AccountDesk(AdministerAccounts accounts, Refusals refusals) {
        this.accounts = accounts;
        this.refusals = refusals;
    }

    Page<Versioned<Account>> page(Caller caller, @Nullable String cursor, int limit) {
        return orProblem(answer(caller, accounts.list(caller.identity(), cursor, limit)));
    }

    Versioned<Account> read(Caller caller, String id) {
        return orProblem(answer(caller, accounts.read(caller.identity(), id)));
    }

    /** Everybody, to choose from. */
    Options people(Caller caller) {
        List<Account> all = new ArrayList<>();
        String cursor = null;
        do {
            Page<Versioned<Account>> page = page(caller, cursor, AT_ONCE);
            page.items().forEach(item -> all.add(item.state()));
            cursor = page.next();
        } while (cursor != null);
        return Options.of(all, Account::id, account -> new Text(account.name(), account.name()));
    }

    /** Makes an account, whose id is the user name that it gets first. */
    Answer<Versioned<Account>> add(Caller caller, AccountDefinition definition) {
        String userName = definition.userName();
        String id = userName == null ? "" : userName.toLowerCase(Locale.ROOT);
        if (accounts.read(caller.identity(), id).isOk()) {
            return refused(caller, List.of(new Fault("userName", "ALREADY_TAKEN")));
        }
        return define(caller, id, 0, definition)
                .either(Answer.Done::new, problem -> new Answer.Refused<>(withoutId(problem)));
    }

    /** Nobody typed the id: what is wrong with it is wrong with the user name. */
    private static Problem withoutId(Problem problem) {
        List<Problem.Fault> typed = problem.faults().stream()
                .filter(fault -> !fault.field().equals("id"))
                .toList();
        return new Problem(problem.status(), problem.code(), problem.title(), typed);
    }

    Answer<Versioned<Account>> define(Caller caller, String id, long seen, AccountDefinition definition) {
        return answer(caller, accounts.define(caller.identity(), id, seen, definition));
    }

    Answer<Versioned<Account>> setPassword(Caller caller, String id, String password, String repeated) {
        return repeated.equals(password)
                ? answer(caller, accounts.setPassword(caller.identity(), id, password))
                : refused(caller, List.of(new Fault("repeated", "NOT_THE_SAME_PASSWORD")));
    }

    Answer<Versioned<Account>> addAbsence(Caller caller, String id, AbsenceInput typed) {
        List<Fault> faults = new ArrayList<>();
        Absence absence = typed.read(new Words(caller.language()), faults);
        if (absence == null) {
            return refused(caller, faults);
        }
        List<Absence> days = new ArrayList<>(read(caller, id).state().absences());
        days.add(absence);
        days.sort(Comparator.comparing(Absence::first));
        return setAbsences(caller, id, days);
    }

    Answer<Versioned<Account>> removeAbsence(Caller caller, String id, Absence absence) {
        List<Absence> days = new ArrayList<>(read(caller, id).state().absences());
        days.remove(absence);
        return setAbsences(caller, id, days);
    }

    private Answer<Versioned<Account>> setAbsences(Caller caller, String id, List<Absence> days) {
        return answer(caller, accounts.setAbsences(caller.identity(), id, new Absences(days)));
    }

    private <T> Answer<T> answer(Caller caller, Result<T> result) {
        return refusals.answer(result, caller.language());
    }

    private <T> Answer<T> refused(Caller caller, List<Fault> faults) {
        return new Answer.Refused<>(refusals.of(Refusal.invalid(faults), caller.language()));
    }
}
