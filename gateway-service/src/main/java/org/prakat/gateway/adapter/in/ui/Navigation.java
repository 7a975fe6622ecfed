package org.prakat.gateway.adapter.in.ui;

import java.util.List;
import java.util.Set;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Role;

/** The main pages, in the order in which the menu names them. Notices and the own profile have their places beside it. */
final class Navigation {

    /** A link of the header. */
    public record Link(String key, String path, boolean current) {}

    /** A main page, and for whom it is. */
    private record MainPage(String key, String path, Set<Role> roles) {

        boolean isFor(Identity who) {
            return roles.stream().anyMatch(who::has);
        }

        boolean leadsTo(String current) {
            return current.equals(path) || (!path.equals(StaffUi.HOME) && current.startsWith(path + "/"));
        }
    }

    private static final Set<Role> EVERYBODY = Set.of(Role.values());

    private static final List<MainPage> PAGES = List.of(
            new MainPage("navigation.home", StaffUi.HOME, EVERYBODY),
            new MainPage("navigation.requests", RequestPages.LIST, Set.of(Role.OFFICER)),
            new MainPage("navigation.approvals", ApproverPages.LIST, Set.of(Role.APPROVER, Role.ADMINISTRATOR)),
            new MainPage("navigation.publications", WebmasterPages.LIST, Set.of(Role.WEBMASTER)),
            new MainPage("navigation.administration", AdministrationPages.HOME, Set.of(Role.ADMINISTRATOR)),
            new MainPage("navigation.audit", AuditTrailController.PATH, Set.of(Role.AUDITOR, Role.ADMINISTRATOR)),
            new MainPage("navigation.registers", RegistersController.PATH, Set.of(Role.AUDITOR, Role.ADMINISTRATOR)));

    private Navigation() {}

    static List<Link> links(Identity who, String current) {
        return PAGES.stream()
                .filter(page -> page.isFor(who))
                .map(page -> new Link(page.key(), page.path(), page.leadsTo(current)))
                .toList();
    }
}
