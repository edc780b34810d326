package org.openbeat.app.desk.open311;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openbeat.app.desk.Categories;
import org.openbeat.app.desk.PublicReport;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * {@code service_requests/request} as anyone may read it. There is no name, no e-mail address and no telephone number,
 * and no text of the sender: description, address and picture stay empty, and the position is the middle of a block.
 */
@Component
class RequestDocuments {
    private final Categories categories;
    private final MessageSource messages;
    private final OpenbeatSettings settings;

    RequestDocuments(Categories categories, MessageSource messages, OpenbeatSettings settings) {
        this.categories = categories;
        this.messages = messages;
        this.settings = settings;
    }

    /** @param extended whether {@code extensions=true} asked for more than GeoReport v2 has */
    Answer requests(List<PublicReport> reports, boolean extended, Locale locale) {
        return new Answer.Items(
                "request",
                reports.stream()
                        .map(report -> extended ? extended(report, locale) : request(report, locale))
                        .toList());
    }

    private Answer.Fields request(PublicReport report, Locale locale) {
        var category = categories.get(report.category());
        var block = report.block();
        return Answer.Fields.of()
                .with("service_request_id", report.reference().value())
                .with("status", report.status().isOpen() ? "open" : "closed")
                .with("status_notes", statusNotes(report, locale))
                .with("service_name", category.name().in(locale))
                .with("service_code", category.code())
                .with("description", (Object) null)
                .with("agency_responsible", report.agency().value())
                .with("service_notice", category.basis().in(locale))
                .with("requested_datetime", time(report, report.received()))
                .with("updated_datetime", time(report, updated(report)))
                .with("expected_datetime", time(report, report.due()))
                .with("address", (Object) null)
                .with("address_id", (Object) null)
                .with("zipcode", (Object) null)
                .with("lat", block == null ? null : block.latitude())
                .with("long", block == null ? null : block.longitude())
                .with("media_url", (Object) null);
    }

    private static String time(PublicReport report, Instant instant) {
        return W3cTime.format(instant, report.zone());
    }

    /** When it was closed, once it is; never before it was received. */
    static Instant updated(PublicReport report) {
        var closed = report.closed();
        var updated = closed == null ? report.changed() : closed;
        return updated.isBefore(report.received()) ? report.received() : updated;
    }

    private String statusNotes(PublicReport report, Locale locale) {
        var outcome = report.outcome();
        var notes = outcome == null
                ? text("desk.status." + report.status().code(), locale)
                : text("desk.outcome." + outcome, locale);
        return report.releasedText() == null ? notes : notes + ". " + report.releasedText();
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private Answer.Fields extended(PublicReport report, Locale locale) {
        var beat = report.beat();
        var more = Answer.Fields.of()
                .with("beat", beat == null ? null : beat.value())
                .with("beat_url", beat == null ? null : settings.baseUrl() + "/beats/" + beat.value())
                .with("position", report.block() == null ? "withheld" : "middle of a block of about 200 m")
                .with("outcome", report.outcome());
        return request(report, locale)
                .with("extended_attributes", more)
                // Answers to a category's questions are the sender's words, so none is ever public.
                .with("attributes", new Answer.Items("attribute", List.of()))
                .with("notes", new Answer.Items("note", notes(report, locale)));
    }

    private List<Answer.Fields> notes(PublicReport report, Locale locale) {
        var notes = new ArrayList<Answer.Fields>();
        notes.add(note(report, report.received(), text("desk.status.received", locale), "opened"));
        if (report.closed() != null) {
            notes.add(note(report, report.closed(), statusNotes(report, locale), "closed"));
        }
        return notes;
    }

    private static Answer.Fields note(PublicReport report, Instant at, String description, String type) {
        return Answer.Fields.of()
                .with("datetime", time(report, at))
                .with("description", description)
                .with("type", type);
    }
}
