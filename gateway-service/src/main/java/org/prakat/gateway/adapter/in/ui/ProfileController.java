package org.prakat.gateway.adapter.in.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.StaffDefined.Absence;
import org.prakat.gateway.adapter.in.SessionCookie;
import org.prakat.gateway.application.AdministerAccounts;
import org.prakat.gateway.application.SignIn;
import org.prakat.gateway.application.port.Services.Problem;
import org.prakat.gateway.domain.Absences;
import org.prakat.gateway.domain.Account;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a person says of themselves: their password, and when they are away. */
@Controller
class ProfileController {

    static final String PATH = "/staff/profile";

    private final AdministerAccounts accounts;
    private final SignIn signIn;
    private final Refusals refusals;

    ProfileController(AdministerAccounts accounts, SignIn signIn, Refusals refusals) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.refusals = refusals;
    }

    @GetMapping(PATH)
    String profile(Identity who, Model model) {
        model.addAttribute("account", account(who));
        model.mergeAttributes(Map.of("typed", AbsenceInput.EMPTY));
        return "staff/profile";
    }

    private Account account(Identity who) {
        return accounts.own(who).state();
    }

    @PostMapping(PATH + "/password")
    String changePassword(
            Identity who,
            @RequestParam(defaultValue = "") String oldPassword,
            @RequestParam(defaultValue = "") String newPassword,
            @RequestParam(defaultValue = "") String repeated,
            Locale language,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Result<Versioned<Account>> result = repeated.equals(newPassword)
                ? signIn.changePassword(who, oldPassword, newPassword)
                : Result.refused(Refusal.invalid(List.of(new Fault("repeated", "NOT_THE_SAME_PASSWORD"))));
        if (result instanceof Result.Refused<Versioned<Account>> refused) {
            return again(who, refused.refusal(), language, model, response);
        }
        // Every session of the account has ended, this one too.
        SessionCookie.clear(request, response);
        return "redirect:" + StaffUi.SIGN_IN + "?done=passwordChanged";
    }

    @PostMapping(PATH + "/absences")
    String beAway(Identity who, AbsenceInput typed, Locale language, Model model, HttpServletResponse response) {
        List<Fault> faults = new ArrayList<>();
        Absence absence = typed.read(new Words(language), faults);
        List<Absence> days = new ArrayList<>(account(who).absences());
        if (absence != null) {
            days.add(absence);
        }
        Refusal invalid = Refusal.invalid(faults);
        Result<Versioned<Account>> result = faults.isEmpty() ? store(who, days) : Result.refused(invalid);
        if (result instanceof Result.Refused<Versioned<Account>> refused) {
            model.addAttribute("typed", typed.complete());
            return again(who, refused.refusal(), language, model, response);
        }
        return "redirect:" + PATH + "?done=absencesSaved";
    }

    /** Takes days out again that were said before. */
    @PostMapping(PATH + "/absences/{first}/{last}/removal")
    String beThere(
            Identity who,
            @PathVariable LocalDate first,
            @PathVariable LocalDate last,
            Locale language,
            Model model,
            HttpServletResponse response) {
        List<Absence> days = new ArrayList<>(account(who).absences());
        days.remove(new Absence(first, last));
        return store(who, days) instanceof Result.Refused<Versioned<Account>> refused
                ? again(who, refused.refusal(), language, model, response)
                : "redirect:" + PATH + "?done=absencesSaved";
    }

    private Result<Versioned<Account>> store(Identity who, List<Absence> days) {
        List<Absence> inOrder =
                days.stream().sorted(Comparator.comparing(Absence::first)).toList();
        return accounts.setAbsences(who, who.person().id(), new Absences(inOrder));
    }

    private String again(Identity who, Refusal refusal, Locale language, Model model, HttpServletResponse response) {
        Problem problem = refusals.of(refusal, language);
        response.setStatus(problem.status());
        model.addAttribute("errors", ErrorSummary.of(problem));
        return profile(who, model);
    }
}
