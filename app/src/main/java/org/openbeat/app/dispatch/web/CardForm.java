package org.openbeat.app.dispatch.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.CardResponse;
import org.openbeat.app.dispatch.Command;
import org.openbeat.app.dispatch.NewCall;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.incident.Priority;
import org.openbeat.app.kernel.Refusal;

/**
 * A card as it is typed in; times as the clock on the wall showed them, in the zone of the place.
 *
 * @param again that the number was entered before is known
 * @param disposition empty leaves the incident open
 */
record CardForm(
        String key,
        String card,
        String again,
        String received,
        String callerName,
        String callerPhone,
        String place,
        String type,
        String priority,
        String notes,
        String unit,
        String sent,
        String arrived,
        String cleared,
        String disposition) {

    CardForm {
        key = text(key);
        card = text(card);
        again = text(again);
        received = text(received);
        callerName = text(callerName);
        callerPhone = text(callerPhone);
        place = text(place);
        type = text(type);
        priority = text(priority);
        notes = text(notes);
        unit = text(unit);
        sent = text(sent);
        arrived = text(arrived);
        cleared = text(cleared);
        disposition = text(disposition);
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent.strip();
    }

    static CardForm empty(String key, String card) {
        return new CardForm(key, card, "", "", "", "", "", "", "", "", "", "", "", "", "");
    }

    Command.EnterCard command(ZoneId zone) {
        return new Command.EnterCard(
                number(card),
                again.equals("true"),
                call(zone),
                response(zone),
                disposition.isEmpty() ? null : disposition);
    }

    private NewCall call(ZoneId zone) {
        return new NewCall(
                orNull(callerName),
                orNull(callerPhone),
                place,
                null,
                null,
                type,
                priority.matches("[1-4]") ? new Priority(Integer.parseInt(priority)) : null,
                notes,
                null,
                null,
                time(received, zone));
    }

    private @Nullable CardResponse response(ZoneId zone) {
        if (unit.isEmpty()) {
            return null;
        }
        return new CardResponse(
                new UnitId(id(unit)),
                time(sent, zone),
                arrived.isEmpty() ? null : time(arrived, zone),
                time(cleared, zone));
    }

    static int number(String typed) {
        if (!typed.matches("\\d{1,6}")) {
            throw new Refusal(Refusal.Kind.INVALID, "card-number-invalid", typed);
        }
        return Integer.parseInt(typed);
    }

    /** What the clock on the wall showed; in the hour that comes twice in autumn, the first of the two. */
    static Instant time(String typed, ZoneId zone) {
        try {
            return LocalDateTime.parse(typed).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw new Refusal(Refusal.Kind.INVALID, "time-unreadable", typed);
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "unit-not-found");
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
