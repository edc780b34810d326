package org.openbeat.app.desk;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.desk.events.ReportChanged;
import org.openbeat.app.desk.events.ReportReceived;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Sha256;

/** What is told of a report: its hash where it is somebody's words. */
final class ReportFacts {

    private ReportFacts() {}

    static ReportReceived received(Report report, Actor actor, Instant at) {
        return new ReportReceived(
                report.id(),
                report.reference(),
                report.category(),
                report.responsible().agency(),
                report.responsible().beat(),
                report.contentHash(),
                actor,
                at);
    }

    static ReportChanged changed(Report report, Entry entry, Actor actor) {
        return new ReportChanged(
                report.id(),
                report.reference(),
                entry.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                report.status().code(),
                entry.detail(),
                hash(entry.text()),
                actor,
                entry.at());
    }

    private static @Nullable String hash(@Nullable String text) {
        return text == null ? null : Sha256.hex(text);
    }
}
