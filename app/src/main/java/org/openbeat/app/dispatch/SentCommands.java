package org.openbeat.app.dispatch;

import java.time.Instant;
import org.openbeat.app.kernel.Actor;

/** The store of what was answered to commands. */
interface SentCommands {

    /** True for the first of a key; a second one waits until the first is committed, and is false. */
    boolean claim(Actor actor, CommandKey key, byte[] contentHash, Instant at);

    void answer(Actor actor, CommandKey key, String answer);

    Sent find(Actor actor, CommandKey key);

    int forget(Instant before);

    /** A command that was done. */
    record Sent(byte[] contentHash, String answer) {}
}
