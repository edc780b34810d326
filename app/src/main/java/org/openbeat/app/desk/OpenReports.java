package org.openbeat.app.desk;

import java.util.Optional;
import org.openbeat.app.access.purpose.Item;
import org.openbeat.app.access.purpose.ItemKind;
import org.openbeat.app.access.purpose.OpenItems;
import org.openbeat.app.desk.events.Reference;
import org.openbeat.app.desk.officer.BeatOfficers;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Tells which report a purpose is tied to. */
@Component
class OpenReports implements OpenItems {
    private final JdbcReports reports;
    private final BeatOfficers officers;
    private final Categories categories;

    OpenReports(JdbcReports reports, BeatOfficers officers, Categories categories) {
        this.reports = reports;
        this.officers = officers;
        this.categories = categories;
    }

    @Override
    public ItemKind kind() {
        return ItemKind.REPORT;
    }

    @Override
    public Optional<Item> find(Actor actor, String typed) {
        return Reference.of(typed)
                .flatMap(reports::find)
                .filter(report -> mayRead(actor, report))
                .map(OpenReports::item);
    }

    /** Those who never work the desk see none of its reports. */
    private boolean mayRead(Actor actor, Report report) {
        try {
            return Reach.of(actor, officers, categories).covers(report);
        } catch (Refusal refusal) {
            return false;
        }
    }

    private static Item item(Report report) {
        return new Item(
                ItemKind.REPORT,
                report.id().value().toString(),
                report.reference().value(),
                report.status().isOpen());
    }
}
