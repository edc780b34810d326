package org.openbeat.app.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.incident.LocationTrust;
import org.openbeat.app.dispatch.incident.Priority;
import org.openbeat.app.dispatch.unit.UnitStatus;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.GeoPoint;

/**
 * What can be done. Every screen, the command line, the API and the crew's phone say it in these words, so each has the
 * same rules, the same log and the same effect on every list.
 */
public sealed interface Command {

    /**
     * Writes something down.
     *
     * @param happenedAt when it happened, if not now; a card from an outage is entered later with the time on the card
     */
    record Note(IncidentId incident, String text, @Nullable Instant happenedAt) implements Command {}

    /** Strikes an entry of a person; it stays readable as struck, with the reason. */
    record Strike(IncidentId incident, int sequence, String reason) implements Command {}

    /**
     * Gives it another type and, unless a priority is named, that type's priority.
     *
     * @param expectedVersion the version that whoever asks has seen; refused when it has changed since
     */
    record Reclassify(
            IncidentId incident,
            String type,
            @Nullable Priority priority,
            @Nullable Integer expectedVersion) implements Command {}

    record Prioritise(
            IncidentId incident,
            Priority priority,
            @Nullable Integer expectedVersion) implements Command {}

    /**
     * Moves it to another place.
     *
     * @param trust what the geocoder or the person who chose the point says of it; null lets us look it up
     */
    record Relocate(
            IncidentId incident,
            String locationText,
            @Nullable GeoPoint point,
            @Nullable LocationTrust trust,
            @Nullable Integer expectedVersion)
            implements Command {}

    /** Says that units may be sent to the place as it stands. */
    record ConfirmLocation(IncidentId incident) implements Command {}

    /**
     * Makes another agency responsible.
     *
     * @param keepReading whether the agency that was responsible goes on reading it; refused when it is not said
     */
    record HandOver(
            IncidentId incident, AgencyId agency, @Nullable Boolean keepReading, String reason) implements Command {}

    /**
     * Limits the incident to named people, beside the crews that are sent to it.
     *
     * @param named their user names; null lifts the limit
     */
    record Restrict(IncidentId incident, @Nullable List<String> named, String reason) implements Command {}

    /**
     * Takes it in hand, so that others see who has it.
     *
     * @param takeOver even when someone else has it
     */
    record Claim(IncidentId incident, boolean takeOver) implements Command {}

    /** Lets it go again; only whoever has it can. */
    record Unclaim(IncidentId incident) implements Command {}

    /** Says that the incident is the same as another, which goes on; this one is closed. */
    record Join(IncidentId incident, IncidentId original) implements Command {}

    /**
     * Closes it; units that are on it are released.
     *
     * @param happenedAt the phone's time when the crew pressed the button; null means now
     */
    record Close(
            IncidentId incident,
            String disposition,
            @Nullable String note,
            @Nullable Instant happenedAt) implements Command {
        public Close(IncidentId incident, String disposition, @Nullable String note) {
            this(incident, disposition, note, null);
        }
    }

    /** Arms a closing by timer; reopening or any new unit disarms it. */
    record CloseLater(IncidentId incident, String disposition, Duration after) implements Command {}

    record Reopen(IncidentId incident, String reason) implements Command {}

    /**
     * Sends a unit, and takes the incident in hand; refused while someone else has it.
     *
     * @param confirmed that someone was asked, where the unit's status demands it
     */
    record Assign(IncidentId incident, UnitId unit, Manner manner, boolean confirmed) implements Command {}

    /** Says why a unit was sent that was not the one recommended; nothing waits for it. */
    record ExplainChoice(IncidentId incident, UnitId unit, ChoiceReason reason) implements Command {}

    /** Calls one unit off one incident, and no other. */
    record CancelUnit(
            IncidentId incident, UnitId unit, @Nullable String reason) implements Command {}

    /**
     * Sets a unit's status. {@code AVAILABLE} clears the current work, and the next in the stack begins.
     *
     * @param incident the work it is about, so that a late message never hits other work; null means the current
     * @param happenedAt the phone's time when the crew pressed the button; null means now
     */
    record SetStatus(
            UnitId unit,
            UnitStatus status,
            @Nullable IncidentId incident,
            @Nullable Instant happenedAt) implements Command {}

    /**
     * Enters a card on which a call was written while the system was out.
     *
     * @param again that the number was entered before is known; without it a number is refused the second time
     * @param call with the time at which it came
     * @param response what a unit did; null when none was sent, or it is still there
     * @param disposition closes it at once; null leaves it open
     */
    record EnterCard(
            int card,
            boolean again,
            NewCall call,
            @Nullable CardResponse response,
            @Nullable String disposition) implements Command {}

    /**
     * Answers a roll-call: the crew is well.
     *
     * @param happenedAt the phone's time; null means now
     */
    record Well(IncidentId incident, UnitId unit, @Nullable Instant happenedAt) implements Command {}

    /**
     * Calls the firm whose turn it is, or passes it over.
     *
     * @param skippedBecause why it is passed over; null when it is called
     */
    record CallContractor(
            IncidentId incident, UUID contractor, @Nullable String skippedBecause) implements Command {}

    /** A crew member joins the unit, or a dispatcher puts it on duty by radio. */
    record SignOn(UnitId unit, @Nullable Instant shiftEndsAt) implements Command {}

    /** A crew member leaves; with the last one the unit goes off duty. */
    record SignOff(UnitId unit) implements Command {}

    /** The status that units of an agency take when they come on duty. */
    record SetDutyDefault(AgencyId agency, UnitStatus status) implements Command {}
}
