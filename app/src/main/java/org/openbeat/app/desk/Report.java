package org.openbeat.app.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.policy.Item;
import org.openbeat.app.access.policy.Kind;
import org.openbeat.app.desk.events.Reference;
import org.openbeat.app.desk.events.ReportId;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.Role;

/**
 * A report as it stands now; its history is in its {@link Entry entries}.
 *
 * @param contentHash SHA-256 of what was sent, in lower-case hexadecimal
 */
public record Report(
        ReportId id,
        Reference reference,
        String category,
        ReportStatus status,
        boolean urgent,
        Responsible responsible,
        Sharing sharing,
        Times times,
        Content content,
        Contact contact,
        Closing closing,
        String contentHash) {

    /** Who answers for it; the officer is known once somebody has taken it on. */
    public record Responsible(
            AgencyId agency,
            @Nullable BeatCode beat,
            @Nullable String officer,
            @Nullable String officerName) {}

    /**
     * Who reads it beside the responsible agency, or alone.
     *
     * @param with agencies that read it too
     * @param named accounts to whom it is limited; null when it is not
     */
    public record Sharing(Set<AgencyId> with, @Nullable Set<String> named) {
        static final Sharing NONE = new Sharing(Set.of(), null);

        public Sharing {
            with = Set.copyOf(with);
            named = named == null ? null : Set.copyOf(named);
        }

        public boolean isRestricted() {
            return named != null;
        }

        Sharing limitedTo(@Nullable Set<String> accounts) {
            return new Sharing(with, accounts);
        }

        /** After a hand-over: the agency that was responsible, with those below it, reads on or does not. */
        Sharing handedOver(AgencyId from, AgencyId to, boolean keepReading) {
            var agencies = with.stream()
                    .filter(agency -> !agency.isWithin(from) && !agency.equals(to))
                    .collect(Collectors.toCollection(HashSet::new));
            if (keepReading) {
                agencies.add(from);
            }
            return new Sharing(agencies, named);
        }
    }

    /**
     * Its instants, in UTC, and the zone of the place to show them in.
     *
     * @param standard the service standard that {@code due} was reckoned with
     * @param answered when staff first answered
     */
    public record Times(
            Instant received,
            Instant due,
            Duration standard,
            Instant changed,
            @Nullable Instant answered,
            @Nullable Instant closed,
            @Nullable Instant occurred,
            ZoneId zone) {

        Times changedAt(Instant at) {
            return new Times(received, due, standard, at, answered, closed, occurred, zone);
        }

        Times answeredAt(Instant at) {
            var first = answered == null ? at : answered;
            return new Times(received, due, standard, changed, first, closed, occurred, zone);
        }

        Times closedAt(@Nullable Instant at) {
            return new Times(received, due, standard, changed, answered, at, occurred, zone);
        }

        Times measuredBy(Duration other) {
            return new Times(received, received.plus(other), other, changed, answered, closed, occurred, zone);
        }
    }

    /** What was sent; never altered. */
    public record Content(
            String categorySent,
            String description,
            Whereabouts where,
            boolean outside,
            Map<String, List<String>> answers,
            int photos,
            boolean neighboursMayRead,
            Channel channel,
            Locale language) {}

    /**
     * How it ended.
     *
     * @param outcome code of the outcome list
     * @param text what a member of staff wrote about it to the sender
     * @param releasedBy the account that released the text to the public; null keeps it between desk and sender
     */
    public record Closing(
            @Nullable String outcome,
            @Nullable String text,
            @Nullable String releasedBy,
            @Nullable ReportId duplicateOf) {
        static final Closing NONE = new Closing(null, null, null, null);
    }

    Report with(ReportStatus newStatus, Times newTimes, Closing newClosing) {
        return new Report(
                id,
                reference,
                category,
                newStatus,
                urgent,
                responsible,
                sharing,
                newTimes,
                content,
                contact,
                newClosing,
                contentHash);
    }

    Report with(String newCategory, boolean nowUrgent, Responsible nowResponsible, Times newTimes) {
        return new Report(
                id,
                reference,
                newCategory,
                status,
                nowUrgent,
                nowResponsible,
                sharing,
                newTimes,
                content,
                contact,
                closing,
                contentHash);
    }

    Report with(Contact newContact, Times newTimes) {
        return new Report(
                id,
                reference,
                category,
                status,
                urgent,
                responsible,
                sharing,
                newTimes,
                content,
                newContact,
                closing,
                contentHash);
    }

    Report with(Sharing newSharing, Responsible nowResponsible, Times newTimes) {
        return new Report(
                id,
                reference,
                category,
                status,
                urgent,
                nowResponsible,
                newSharing,
                newTimes,
                content,
                contact,
                closing,
                contentHash);
    }

    /** Its facts for the policy. */
    Item item(Set<Role> readers) {
        var officer = responsible.officer();
        var assigned = officer == null ? Set.<String>of() : Set.of(officer);
        return new Item(
                Kind.REPORT,
                responsible.agency(),
                responsible.beat(),
                assigned,
                sharing.with(),
                sharing.named(),
                readers);
    }
}
