package org.openbeat.app.desk.draft;

import java.time.Clock;
import java.util.Optional;
import org.openbeat.app.desk.DeskSettings;
import org.openbeat.app.kernel.Identifiers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps drafts. A draft is the resident's own and not yet an act, so the ledger does not hear of it; it is thrown away
 * when it was left alone for long.
 */
@Service
public class Drafts {
    private static final int SWEPT_AT_ONCE = 50;

    private final JdbcDrafts store;
    private final Identifiers identifiers;
    private final DeskSettings settings;
    private final Clock clock;

    Drafts(JdbcDrafts store, Identifiers identifiers, DeskSettings settings, Clock clock) {
        this.store = store;
        this.identifiers = identifiers;
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins a draft, and throws some away that were left alone. */
    @Transactional
    public DraftToken begin(Draft draft) {
        var now = clock.instant();
        store.sweep(now.minus(settings.draftsKept()), SWEPT_AT_ONCE);
        var token = new DraftToken(identifiers.secret(DraftToken.LENGTH));
        store.add(token, draft, now);
        return token;
    }

    public Optional<Draft> find(DraftToken token) {
        return store.find(token);
    }

    public void save(DraftToken token, Draft draft) {
        store.save(token, draft, clock.instant());
    }

    /** Marks it as sent, so that a page of it that comes back leads to the report. */
    public void sent(DraftToken token) {
        store.sent(token);
    }

    /** Throws it away with its pictures, because its owner says so. */
    @Transactional
    public void discard(DraftToken token) {
        store.remove(token);
    }
}
