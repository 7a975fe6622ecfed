package org.prakat.gateway.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Role;
import org.prakat.common.event.AppointmentOrderDefined.Duty;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.Text;

class DefinitionsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
    private static final PublicationPeriod MONTH = PublicationPeriod.months(1);

    /** An office with one group and one account. */
    private static final Known KNOWN = new Known() {
        @Override
        public boolean office(String id) {
            return "office".equals(id);
        }

        @Override
        public boolean workGroup(String office, String id) {
            return "office".equals(office) && "group".equals(id);
        }

        @Override
        public boolean account(String id) {
            return "malee".equals(id);
        }

        @Override
        public boolean extension(String extension) {
            return "pdf".equals(extension);
        }
    };

    @Test
    void aCategoryNamesAllThatIsWrongWithIt() {
        CategoryDefinition wrong = new CategoryDefinition(
                "elsewhere",
                new Text("", "News"),
                0,
                new GuidelineDefinition(
                        null, Set.of("colour"), List.of("exe"), 0, 0, PublicationPeriod.until(DAY), null, 0, 0),
                true);

        assertThat(codes(wrong.faults("X", KNOWN, Optional.empty())))
                .containsExactlyInAnyOrder(
                        "id INVALID_ID",
                        "office UNKNOWN",
                        "name.th REQUIRED",
                        "position OUT_OF_RANGE",
                        "guideline.effectiveFrom REQUIRED",
                        "guideline.requiredFields UNKNOWN",
                        "guideline.maxFileSize OUT_OF_RANGE",
                        "guideline.maxFiles OUT_OF_RANGE",
                        "guideline.permittedExtensions UNKNOWN",
                        "guideline.currencyCheckDays OUT_OF_RANGE",
                        "guideline.retentionDays OUT_OF_RANGE",
                        "guideline.defaultPeriod REQUIRED",
                        "guideline.longestPeriod REQUIRED");
    }

    @Test
    void theUsualPeriodOfACategoryIsNotLongerThanTheLongest() {
        assertThat(codes(category(MONTH, PublicationPeriod.days(30)).faults("news", KNOWN, Optional.empty())))
                .containsExactly("guideline.defaultPeriod PERIOD_TOO_LONG");
        assertThat(category(MONTH, PublicationPeriod.days(31)).faults("news", KNOWN, Optional.empty()))
                .isEmpty();
    }

    @Test
    void anOrderIsForAKnownPersonAndGroupAndItsDatesAreInOrder() {
        AppointmentOrderDefinition good = new AppointmentOrderDefinition(
                "1/2570", DAY, "malee", "office", "group", Set.of(Duty.APPROVE), null, null, DAY, DAY, false);
        AppointmentOrderDefinition wrong = new AppointmentOrderDefinition(
                " ", null, "x", "x", "group", Set.of(), "x", null, DAY, DAY.minusDays(1), false);

        assertThat(good.faults("o1", KNOWN, Optional.empty())).isEmpty();
        assertThat(codes(wrong.faults("o1", KNOWN, Optional.empty())))
                .containsExactlyInAnyOrder(
                        "number REQUIRED",
                        "date REQUIRED",
                        "holder UNKNOWN",
                        "office UNKNOWN",
                        "workGroup UNKNOWN",
                        "duties REQUIRED",
                        "duties DEPUTIES_ONLY_APPROVE",
                        "deputyFor UNKNOWN",
                        "capacity REQUIRED_FOR_A_DEPUTY",
                        "validUntil END_BEFORE_START");
    }

    @Test
    void changingAnAccountKeepsItsPassword() {
        AccountDefinition definition = new AccountDefinition(
                "Malee", "มาลี", "นักวิชาการ", "m@example.go.th", "office", "group", Set.of(Role.OFFICER), true);
        Account before = new Account(
                "malee", "malee", "hash", Instant.EPOCH, "a", "b", null, "office", null, Set.of(), List.of(), true);

        assertThat(codes(definition.faults("malee", KNOWN))).containsExactly("userName INVALID_ID");
        Account after = definition.define("malee", Optional.of(before));
        assertThat(after.passwordHash()).isEqualTo("hash");
        assertThat(after.userName()).isEqualTo("malee");
    }

    @Test
    void aPasswordIsLongAndNotTheUserName() {
        assertThat(codes(PasswordRule.faults("p", "short", "malee"))).containsExactly("p PASSWORD_TOO_SHORT");
        assertThat(codes(PasswordRule.faults("p", "Malee-Jaidee", "malee-jaidee")))
                .containsExactly("p PASSWORD_IS_USER_NAME");
        assertThat(PasswordRule.faults("p", "ประโยคยาวพอสมควร", "malee")).isEmpty();
    }

    @Test
    void aGuidelineIsNeverChangedOnlyFollowedByItsNextVersion() {
        CategoryDefined first = category(MONTH, PublicationPeriod.months(2)).define("news", 1, Optional.empty());
        CategoryDefinition renamed = new CategoryDefinition("office", new Text("ข่าวสาร", "News"), 1, null, true);
        CategoryDefinition stricter = new CategoryDefinition(
                "office",
                new Text("ข่าว", "News"),
                1,
                new GuidelineDefinition(DAY.plusDays(30), null, List.of("pdf"), 1, 1, MONTH, MONTH, null, null),
                true);
        CategoryDefinition backdated = new CategoryDefinition(
                "office",
                new Text("ข่าว", "News"),
                1,
                new GuidelineDefinition(DAY.minusDays(1), null, List.of("pdf"), 1, 1, MONTH, MONTH, null, null),
                true);

        assertThat(renamed.faults("news", KNOWN, Optional.empty()))
                .as("the first")
                .hasSize(1);
        assertThat(renamed.faults("news", KNOWN, Optional.of(first))).isEmpty();
        assertThat(renamed.define("news", 2, Optional.of(first)).guidelines()).isEqualTo(first.guidelines());
        assertThat(codes(backdated.faults("news", KNOWN, Optional.of(first))))
                .containsExactly("guideline.effectiveFrom BEFORE_THE_LAST_VERSION");
        CategoryDefined second = stricter.define("news", 2, Optional.of(first));
        assertThat(second.guidelineOn(DAY.plusDays(29)).version()).isEqualTo(1);
        assertThat(second.guidelineOn(DAY.plusDays(30)).version()).isEqualTo(2);
        assertThat(second.guideline(1)).isEqualTo(first.guideline(1));
    }

    private static CategoryDefinition category(PublicationPeriod usual, PublicationPeriod longest) {
        return new CategoryDefinition(
                "office",
                new Text("ข่าว", "News"),
                1,
                new GuidelineDefinition(DAY, null, List.of("pdf"), 1, 1, usual, longest, 90, null),
                true);
    }

    private static List<String> codes(List<Fault> faults) {
        return faults.stream().map(fault -> fault.field() + " " + fault.code()).toList();
    }
}
