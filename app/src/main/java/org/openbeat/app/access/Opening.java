package org.openbeat.app.access;

import org.openbeat.app.access.events.ProposalId;

/** What became of the wish to open an account. */
public sealed interface Opening {

    /** It is open; the password is in here and nowhere else. */
    record Opened(OneTimePassword password) implements Opening {}

    /** Its roles take two persons: another must approve it. */
    record Proposed(ProposalId proposal) implements Opening {}
}
