package org.openbeat.app.dispatch.eido;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.NewCall;
import org.openbeat.app.dispatch.incident.LocationTrust;
import org.openbeat.app.dispatch.incident.Priority;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.GeoPoint;
import tools.jackson.databind.JsonNode;

/** What a control room takes from a partner's EIDO: a call, as if the partner had rung and told it. */
record EidoReader(Eido eido) {
    private static final int LONGEST_TEXT = 4000;

    /** Markup around words is seldom longer than they are; of more than this of a note nothing is looked at. */
    private static final int LONGEST_NOTE = 4 * LONGEST_TEXT;

    private static final int LONGEST_PLACE = 300;

    /** The places that an EIDO may name, the one that counts most first. */
    private static final List<String> PLACES =
            List.of("CurrentIncident", "InitialIncident", "Investigation", "Caller", "Other", "RoutingLocation");

    /** Places that someone set; the others are where a telephone was. */
    private static final Set<String> SET_BY_PEOPLE = Set.of("CurrentIncident", "InitialIncident", "Investigation");

    /** @param agency that answers what this partner sends */
    NewCall call(AgencyId agency) {
        var place = place();
        return new NewCall(
                caller(),
                phone(),
                place.text(),
                place.point(),
                place.trust(),
                type(),
                priority().orElse(null),
                shortened(notes(), LONGEST_TEXT),
                agency,
                null,
                null);
    }

    /** A code of ours counts as it is; the registry's is translated; and what means nothing here is "other". */
    private String type() {
        return Eido.text(eido.incident(), "/incidentTypeInternalCode")
                .filter(code -> !EidoCodes.type(code).equals(EidoCodes.NO_TYPE))
                .or(() -> Eido.text(eido.incident(), "/incidentTypeCommonRegistryText")
                        .flatMap(EidoCodes::ourType))
                .orElse("other");
    }

    /** Of several the highest; an emergency call of which nothing else is said is immediate, never less. */
    private Optional<Priority> priority() {
        var ofIncident = EidoCodes.ourPriority(eido.incident().path("incidentCommonPriorityNumber"));
        return ofIncident.or(() -> eido.components("callComponent")
                .flatMap(call -> ofCall(call).stream())
                .min(Comparator.naturalOrder()));
    }

    private static Optional<Priority> ofCall(JsonNode call) {
        return EidoCodes.ourPriorityOfCall(call.path("priorityIdentifier").asString(""))
                .or(() -> call.path("standardPrimaryCallType").asString("").equals("emergency")
                        ? Optional.of(new Priority(2))
                        : Optional.empty());
    }

    private record Place(
            String text, @Nullable GeoPoint point, @Nullable LocationTrust trust) {}

    private Place place() {
        return eido.components("locationComponent")
                .sorted(Comparator.comparingInt(EidoReader::rank))
                .map(EidoReader::place)
                .filter(place -> place.point() != null || !place.text().isEmpty())
                .findFirst()
                .orElse(new Place("", null, null));
    }

    private static int rank(JsonNode location) {
        int rank = PLACES.indexOf(kind(location));
        return rank < 0 ? PLACES.size() : rank;
    }

    private static String kind(JsonNode location) {
        return location.path("locationTypeDescriptionRegistryText").asString("");
    }

    /** A reference to somewhere else is not followed: this server asks nobody where a caller is. */
    private static Place place(JsonNode location) {
        var written = Eido.text(location, "/locationByValue").flatMap(PidfLo::read);
        var text = Eido.text(location, "/locationDescriptionText")
                .or(() -> written.map(PidfLo::address))
                .orElse("");
        var point = written.flatMap(PidfLo::point).orElse(null);
        var sure = SET_BY_PEOPLE.contains(kind(location))
                && written.filter(PidfLo::coarse).isEmpty();
        return new Place(
                shortened(text, LONGEST_PLACE),
                point,
                point == null ? null : sure ? LocationTrust.EXACT : LocationTrust.APPROXIMATE);
    }

    private @Nullable String caller() {
        return eido.components("personComponent")
                .filter(person -> person.path("personIncidentRoleRegistryText")
                        .valueStream()
                        .anyMatch(role -> role.asString("").matches("Caller|ReportingParty")))
                .flatMap(person -> name(person).stream())
                .findFirst()
                .map(name -> shortened(name, 200))
                .orElse(null);
    }

    private static Optional<String> name(JsonNode person) {
        var name = person.at("/ncPersonComponent/name/0");
        var full = Eido.text(name, "/personFullName/0/value");
        var parts = Stream.of("personGivenName", "personMiddleName", "personSurName")
                .flatMap(part -> Eido.text(name, "/" + part + "/0/value").stream())
                .collect(Collectors.joining(" "));
        return full.or(() -> Optional.of(parts)).filter(text -> !text.isEmpty());
    }

    private @Nullable String phone() {
        return eido.components("callbackComponent")
                .flatMap(back -> back.path("callBackInformationUri").valueStream())
                .map(uri -> uri.asString(""))
                .filter(uri -> uri.startsWith("tel:"))
                .findFirst()
                .map(uri -> shortened(uri.substring(4), 50))
                .orElse(null);
    }

    /** The partner's number and words, as far as they are kept; markup is left out, so that no page shows any. */
    private String notes() {
        var words = new ArrayList<String>();
        int length = 0;
        for (var text : (Iterable<String>) told()::iterator) {
            words.add(text);
            length += text.length() + 1;
            if (length > LONGEST_TEXT) {
                break;
            }
        }
        return words.isEmpty() ? eido.id() : String.join("\n", words);
    }

    private Stream<String> told() {
        var own = Stream.of("/internalIncidentId", "/incidentTypeInternalText")
                .flatMap(pointer -> Eido.text(eido.incident(), pointer).stream());
        var notes = eido.components("notesComponent")
                .flatMap(note -> Eido.text(note, "/notesActionComments").stream())
                .map(EidoReader::plain);
        return Stream.concat(own, notes).map(text -> shortened(text, LONGEST_TEXT));
    }

    static String plain(String html) {
        return Markup.leftOut(html.length() <= LONGEST_NOTE ? html : html.substring(0, LONGEST_NOTE));
    }

    private static String shortened(String text, int longest) {
        var clean = text.replace("\0", "").strip();
        return clean.length() <= longest ? clean : clean.substring(0, longest);
    }
}
