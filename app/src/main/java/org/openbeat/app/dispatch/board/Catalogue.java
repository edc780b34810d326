package org.openbeat.app.dispatch.board;

import java.util.List;
import java.util.Set;
import org.openbeat.app.dispatch.incident.Priority;
import org.openbeat.app.dispatch.unit.UnitStatus;

/** The lists that an organisation may change, each in English and Chinese. */
public record Catalogue(
        List<PriorityName> priorities,
        List<IncidentType> incidentTypes,
        List<Disposition> dispositions,
        List<UnitType> unitTypes) {

    public Catalogue {
        priorities = List.copyOf(priorities);
        incidentTypes = List.copyOf(incidentTypes);
        dispositions = List.copyOf(dispositions);
        unitTypes = List.copyOf(unitTypes);
    }

    /** @param answerWithinSeconds a unit should be assigned within this time */
    public record PriorityName(Priority level, String name, String nameZh, int answerWithinSeconds) {}

    /**
     * @param priority taken when nobody names another
     * @param skills what the units sent must be able to do, together
     * @param units how many units it needs
     */
    public record IncidentType(
            String code, String name, String nameZh, Priority priority, Set<String> skills, int units) {
        public IncidentType {
            skills = Set.copyOf(skills);
        }
    }

    /** @param publicOutcome what a resident may read of it */
    public record Disposition(String code, String name, String nameZh, String publicOutcome) {}

    /** @param statuses those that it owns beside the ones of every unit */
    public record UnitType(String code, String name, String nameZh, Set<UnitStatus> statuses) {
        public UnitType {
            statuses = Set.copyOf(statuses);
        }
    }
}
