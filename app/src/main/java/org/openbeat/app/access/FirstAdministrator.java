package org.openbeat.app.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.openbeat.app.kernel.Role;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the first administrator when a server starts and nobody has an account. The one-time password is printed once
 * and kept, for the owner of the data folder alone, in a file of it; it ends with the first sign-in.
 */
@Component
class FirstAdministrator {
    private static final String USER_NAME = "admin";
    private static final String FILE = "first-administrator.txt";

    private final Accounts accounts;
    private final Access access;
    private final OpenbeatSettings installation;
    private final Identifiers identifiers;
    private final TransactionTemplate transactions;

    FirstAdministrator(
            Accounts accounts,
            Access access,
            OpenbeatSettings installation,
            Identifiers identifiers,
            TransactionTemplate transactions) {
        this.accounts = accounts;
        this.access = access;
        this.installation = installation;
        this.identifiers = identifiers;
        this.transactions = transactions;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (!installation.command().equals("serve") || !accounts.isEmpty()) {
            return;
        }
        var password = identifiers.secret(16);
        try {
            transactions.executeWithoutResult(status -> open(password));
            tell(password);
        } catch (DuplicateKeyException e) {
            // Another server that started at the same moment made it.
        }
    }

    private void open(String password) {
        var agency = installation.agency();
        if (access.agencies().stream().noneMatch(known -> known.id().equals(agency))) {
            access.addAgency(Actor.SYSTEM, agency, installation.organisation(), null);
        }
        access.openWithOneTimePassword(
                Actor.SYSTEM, new NewAccount(USER_NAME, "Administrator", password, agency, Set.of(Role.ADMINISTRATOR)));
    }

    private void tell(String password) {
        var text = "First administrator: user name %s, one-time password %s, to be changed at %s/sign-in"
                .formatted(USER_NAME, password, installation.baseUrl());
        var file = installation.data().resolve(FILE);
        write(file, text + "\n");
        System.out.printf("%s%nIt is also in %s%n", text, file);
    }

    /** Owner-only from its first byte on. */
    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var draft = Files.createTempFile(file.toAbsolutePath().getParent(), FILE, ".new", ownerOnly);
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
