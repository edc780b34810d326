package org.openbeat.app.access.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openbeat.app.access.Account;
import org.openbeat.app.kernel.Role;
import org.springframework.validation.BindingResult;

/** What an administrator fills in about an account. */
record AccountForm(String userName, String name, String agency, List<String> roles, String reason) {
    static final AccountForm EMPTY = new AccountForm("", "", "", List.of(), "");
    private static final Pattern USER_NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,60}");
    private static final Pattern AGENCY = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)*");
    private static final int LONGEST = 100;

    AccountForm {
        userName = userName == null ? "" : userName.strip().toLowerCase(Locale.ROOT);
        name = name == null ? "" : name.strip();
        agency = agency == null ? "" : agency.strip();
        roles = roles == null ? List.of() : List.copyOf(roles);
        reason = reason == null ? "" : reason.strip();
    }

    static AccountForm of(Account account) {
        return new AccountForm(
                account.userName(),
                account.name(),
                account.agency().value(),
                account.roles().stream().sorted().map(Role::name).toList(),
                "");
    }

    Set<Role> chosenRoles() {
        return roles.stream().map(Role::valueOf).collect(Collectors.toSet());
    }

    private boolean namesRoles() {
        return !roles.isEmpty()
                && roles.stream()
                        .allMatch(name -> Arrays.stream(Role.values())
                                .anyMatch(role -> role.name().equals(name)));
    }

    void check(BindingResult errors, boolean isNew) {
        if (isNew && !USER_NAME.matcher(userName).matches()) {
            errors.rejectValue("userName", "access.accounts.user-name.unfit");
        }
        if (name.isEmpty() || name.length() > LONGEST) {
            errors.rejectValue("name", "access.accounts.name.missing");
        }
        if (agency.length() > LONGEST || !AGENCY.matcher(agency).matches()) {
            errors.rejectValue("agency", "access.accounts.agency.missing");
        }
        if (!namesRoles()) {
            errors.rejectValue("roles", "access.accounts.roles.missing");
        }
    }
}
