package org.openbeat.app.dispatch.eido;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openbeat.app.dispatch.board.IncidentFile;
import org.openbeat.app.dispatch.incident.LogKind;
import org.openbeat.app.kernel.AgencyId;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the current state of an incident. Its history is not part of an EIDO.
 *
 * @param host names this system; the last part of every identifier
 * @param particulars whether callers and the words of people are written too
 */
record EidoWriter(String host, boolean particulars) {
    private static final String AGENT = "control-room";
    private static final String PLACE = "place";

    /** The one value of the agent role registry that a published example shows; the registry itself is not public. */
    private static final String AGENT_ROLE = "Call Taking";

    /** Notes that people wrote; everything else of the log is history. */
    private static final List<LogKind> WORDS = List.of(LogKind.OPENED, LogKind.CALL, LogKind.REPORT, LogKind.NOTE);

    Eido write(IncidentFile file) {
        var row = file.row();
        var root = component(incidentId(row.id().value().toString()), lastChange(file), row.agency());
        root.put("eidoVersion", "1.0").put("issuingElementIdentification", host);
        root.set("incidentComponent", incident(file));
        putCalls(root, file);
        putUnits(root, file);
        putJoined(root, file);
        putNotes(root, file);
        var agency = component(agencyId(row.agency()), row.openedAt(), row.agency());
        agency.putArray("agencyRoleDescriptionRegistryText").add("Dispatching");
        agency.putArray("agencyType").add("police");
        agency.put("incidentOwningAgencyIndicator", true);
        root.putArray("agencyComponent").add(agency);
        root.putArray("agentComponent").add(agent(row.agency(), row.openedAt()));
        putPlace(root, file);
        return new Eido(root);
    }

    String incidentId(String unique) {
        return "urn:emergency:uid:incidentid:" + unique.replace("-", "") + ":" + host;
    }

    private String componentId(String unique) {
        return "urn:emergency:uid:eidodatacomponent:" + unique.replace("-", "") + ":" + host;
    }

    private String agencyId(AgencyId agency) {
        return agency.value().replace('/', '.') + "." + host;
    }

    private ObjectNode component(String id, Instant at, AgencyId agency) {
        var component = JsonNodeFactory.instance.objectNode();
        component.put("$id", id).put("lastUpdateTimeStamp", at.toString());
        component.set("updatedByAgencyReference", reference(agencyId(agency)));
        return component;
    }

    private static ObjectNode reference(String id) {
        return JsonNodeFactory.instance.objectNode().put("$ref", id);
    }

    private static Instant lastChange(IncidentFile file) {
        return file.log().stream()
                .map(IncidentFile.LogEntry::enteredAt)
                .max(Comparator.naturalOrder())
                .orElse(file.row().openedAt());
    }

    private ObjectNode incident(IncidentFile file) {
        var row = file.row();
        var incident = component(componentId("incident-" + row.id()), lastChange(file), row.agency());
        incident.put("incidentTypeInternalCode", row.type())
                .put("incidentTypeCommonRegistryText", EidoCodes.type(row.type()))
                .put("internalIncidentId", row.number())
                .put("incidentPriorityInternalText", row.priority().toString())
                .put("incidentCommonPriorityNumber", EidoCodes.priority(row.priority()));
        incident.putArray("incidentStatusInternalText").add(row.status().name());
        var statuses = incident.putArray("incidentStatusCommonRegistryText");
        EidoCodes.statuses(row.status(), isReopened(file)).forEach(statuses::add);
        if (row.beat() != null) {
            incident.put("beatOrDispatchGroupText", row.beat().value());
        }
        if (row.point() != null) {
            incident.putArray("locationReference").add(reference(componentId(PLACE + "-" + row.id())));
        }
        if (row.disposition() != null) {
            var disposition = component(componentId("disposition-" + row.id()), lastChange(file), row.agency());
            disposition
                    .put("dispositionCommonRegistryCode", EidoCodes.disposition(row.disposition()))
                    .put("dispositionPrimaryIndicator", true)
                    .put("dispositionCategoryText", row.disposition());
            incident.putArray("dispositionComponent").add(disposition);
        }
        return incident;
    }

    private static boolean isReopened(IncidentFile file) {
        return file.log().stream().anyMatch(entry -> entry.kind() == LogKind.REOPENED);
    }

    private void putPlace(ObjectNode root, IncidentFile file) {
        var row = file.row();
        if (row.point() != null) {
            var place = component(componentId(PLACE + "-" + row.id()), lastChange(file), row.agency());
            place.put("locationTypeDescriptionRegistryText", "CurrentIncident")
                    .put("locationByValue", PidfLo.write(row.point(), row.locationText()))
                    .put("locationDescriptionText", row.locationText());
            root.putArray("locationComponent").add(place);
        }
    }

    private void putCalls(ObjectNode root, IncidentFile file) {
        if (!particulars || file.calls().isEmpty()) {
            return;
        }
        var calls = root.putArray("callComponent");
        var backs = JsonNodeFactory.instance.arrayNode();
        var persons = JsonNodeFactory.instance.arrayNode();
        for (var call : file.calls()) {
            var agency = file.row().agency();
            var written = component("urn:emergency:uid:callid:" + unique(call) + ":" + host, call.enteredAt(), agency);
            written.put("standardPrimaryCallType", "emergency")
                    .put("direction", "incoming")
                    .put("callStartTimestamp", call.receivedAt().toString())
                    .put("callStateRegistryText", "callAnswered");
            if (call.callerPhone() != null) {
                var back = component(componentId("callback-" + call.id()), call.enteredAt(), agency);
                back.putArray("callBackInformationUri").add("tel:" + digits(call.callerPhone()));
                backs.add(back);
                written.set("callBackReference", reference(back.path("$id").asString()));
            }
            if (call.callerName() != null) {
                var person = person(call, call.callerName(), agency);
                persons.add(person);
                written.putArray("personReference")
                        .add(reference(person.path("$id").asString()));
            }
            calls.add(written);
        }
        putUnlessEmpty(root, "callbackComponent", backs);
        putUnlessEmpty(root, "personComponent", persons);
    }

    private static String unique(IncidentFile.Call call) {
        return call.id().toString().replace("-", "");
    }

    private static String digits(String phone) {
        return phone.replaceAll("[^0-9+]", "");
    }

    private ObjectNode person(IncidentFile.Call call, String name, AgencyId agency) {
        var person = component(componentId("caller-" + call.id()), call.enteredAt(), agency);
        person.putArray("personIncidentRoleRegistryText").add("Caller");
        var full = JsonNodeFactory.instance.objectNode();
        full.putArray("personFullName").addObject().put("value", name);
        person.putObject("ncPersonComponent").putArray("name").add(full);
        return person;
    }

    private static void putUnlessEmpty(ObjectNode root, String name, tools.jackson.databind.node.ArrayNode items) {
        if (!items.isEmpty()) {
            root.set(name, items);
        }
    }

    private void putUnits(ObjectNode root, IncidentFile file) {
        var resources = JsonNodeFactory.instance.arrayNode();
        var incident = incidentId(file.row().id().value().toString());
        newest(file).values().stream()
                .filter(assigned -> assigned.stage().isActive())
                .forEach(assigned -> resources.add(unit(file, assigned, incident)));
        if (resources.isEmpty()) {
            return;
        }
        root.set("emergencyResourceComponent", resources);
        var dispatch = component(
                componentId("dispatch-" + file.row().id()),
                lastChange(file),
                file.row().agency());
        dispatch.set("agencyReference", reference(agencyId(file.row().agency())));
        var references = dispatch.putArray("emergencyResourceReference");
        resources.forEach(each -> references.add(reference(each.path("$id").asString())));
        root.putArray("dispatchComponent").add(dispatch);
    }

    private static Map<String, IncidentFile.Assigned> newest(IncidentFile file) {
        var all = new TreeMap<String, IncidentFile.Assigned>();
        file.assignments().stream()
                .sorted(Comparator.comparing(IncidentFile.Assigned::assignedAt))
                .forEach(assigned -> all.put(assigned.callSign(), assigned));
        return all;
    }

    private ObjectNode unit(IncidentFile file, IncidentFile.Assigned assigned, String incident) {
        var stage = assigned.stage();
        var unit = component(
                componentId("unit-" + assigned.unit()),
                reached(assigned),
                file.row().agency());
        unit.put("emergencyResourceTypeCommonRegistryText", "PatrolUnit")
                .put("emergencyResourceName", assigned.callSign())
                .put("primaryUnitStatusRegistryText", EidoCodes.primaryStatus(stage));
        unit.putArray("resourceAttributeRegistryText");
        unit.putArray("secondaryUnitStatusRegistryText").add(EidoCodes.secondaryStatus(stage));
        unit.putArray("unitStatusInternal").add(stage.name());
        unit.putArray("agentReference").add(reference(agentId(file.row().agency())));
        if (stage.isCurrent()) {
            unit.put("activeOnIncidentId", incident);
        } else {
            unit.putArray("stackedOnIncidentId").add(incident);
        }
        return unit;
    }

    private static Instant reached(IncidentFile.Assigned assigned) {
        return Stream.of(
                        assigned.transportingAt(),
                        assigned.onSceneAt(),
                        assigned.enRouteAt(),
                        assigned.acknowledgedAt(),
                        assigned.assignedAt())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private String agentId(AgencyId agency) {
        return AGENT + "@" + agencyId(agency);
    }

    private ObjectNode agent(AgencyId agency, Instant at) {
        var agent = component(agentId(agency), at, agency);
        agent.putArray("agentRoleRegistryText").add(AGENT_ROLE);
        agent.set("agencyReference", reference(agencyId(agency)));
        return agent;
    }

    /** Incidents that are the same as this one. */
    private void putJoined(ObjectNode root, IncidentFile file) {
        var joined = JsonNodeFactory.instance.arrayNode();
        var row = file.row();
        if (row.duplicateOf() != null) {
            joined.add(merge(file, row.duplicateOf().toString(), "REPLACED"));
        }
        file.duplicates()
                .forEach(other -> joined.add(merge(file, other.incident().toString(), "REPLACING")));
        putUnlessEmpty(root, "mergeComponent", joined);
    }

    private ObjectNode merge(IncidentFile file, String other, String direction) {
        var merge = component(
                componentId("merge-" + other), lastChange(file), file.row().agency());
        return merge.put("incidentTrackingIdentifier", incidentId(other)).put("incidentMergeDirectionCode", direction);
    }

    private void putNotes(ObjectNode root, IncidentFile file) {
        if (!particulars) {
            return;
        }
        var notes = JsonNodeFactory.instance.arrayNode();
        var id = file.row().id();
        file.log().stream()
                .filter(entry -> WORDS.contains(entry.kind()) && entry.struck() == null)
                .filter(entry -> entry.text() != null && !entry.text().isBlank())
                .forEach(entry -> {
                    var note = component(
                            componentId("note-" + entry.sequence() + "-" + id),
                            entry.enteredAt(),
                            file.row().agency());
                    var words = Objects.requireNonNull(entry.text());
                    notes.add(note.put("notesActionComments", HtmlUtils.htmlEscape(words, "UTF-8")));
                });
        putUnlessEmpty(root, "notesComponent", notes);
    }
}
