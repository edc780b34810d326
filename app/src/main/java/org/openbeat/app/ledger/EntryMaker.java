package org.openbeat.app.ledger;

import java.security.SecureRandom;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.Recordable;
import org.openbeat.engine.tlog.Disclosure;
import org.springframework.stereotype.Component;

/** Makes entries of acts, each with its id, its salt and its seal. */
@Component
class EntryMaker {
    private final Identifiers identifiers;
    private final SecureRandom random;
    private final Pseudonyms pseudonyms;
    private final Seals seals;

    EntryMaker(Identifiers identifiers, SecureRandom random, Pseudonyms pseudonyms, Seals seals) {
        this.identifiers = identifiers;
        this.random = random;
        this.pseudonyms = pseudonyms;
        this.seals = seals;
    }

    Entry make(Recordable act) {
        var salt = new byte[Disclosure.SALT_LENGTH];
        random.nextBytes(salt);
        return Entry.of(act, identifiers.next(), salt, pseudonyms);
    }

    byte[] seal(Entry entry) {
        return seals.of(entry.leaf());
    }
}
