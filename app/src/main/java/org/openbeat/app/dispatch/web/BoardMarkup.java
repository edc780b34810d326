package org.openbeat.app.dispatch.web;

import java.util.List;
import org.openbeat.app.dispatch.board.IncidentRow;
import org.openbeat.app.dispatch.board.UnitRow;
import org.openbeat.app.dispatch.unit.Stage;
import org.openbeat.app.dispatch.unit.UnitStatus;

/**
 * Writes the rows of the board. They are the one part of a page that comes in hundreds, so they are written directly
 * and not by a template; the same class writes the empty rows that the scripts fill.
 */
final class BoardMarkup {
    private static final String INCIDENT = """
            <tr data-incident="%s" data-number="%s" data-priority="%s" tabindex="-1" aria-selected="false">\
            <td><span class="prio prio--%s"><span class="prio__mark" aria-hidden="true">%s</span>\
            <span class="prio__word">%s</span></span></td>\
            <td class="n"><a href="/incidents/%s" title="%s">%s</a></td>\
            <td class="what-where"><span class="what">%s</span><span class="where"><span class="where__text">%s</span>\
            <span class="beat"%s>%s</span></span></td>\
            <td class="doing"><span class="status">%s</span><span class="check"%s>%s</span><span class="claim"%s>%s</span>\
            <span class="crew">%s</span></td>\
            <td class="old" data-late="%s"><time class="age" datetime="%s">%s</time></td></tr>
            """;
    private static final String UNIT = """
            <li><button type="button" class="unit" data-unit="%s" data-call-sign="%s" tabindex="-1" \
            aria-pressed="false"><span class="unit__sign">%s</span><span class="unit__more">%s</span>\
            <time class="age unit__since" datetime="%s">%s</time><span class="unit__state hidden-text">%s</span>\
            </button></li>
            """;
    private static final String HIDDEN = " hidden";

    private final Names names;
    private final Times times;
    private final Row incidentRow = new Row(INCIDENT);
    private final Row unitRow = new Row(UNIT);

    BoardMarkup(Names names, Times times) {
        this.names = names;
        this.times = times;
    }

    String incidents(List<IncidentRow> incidents) {
        var out = new StringBuilder(incidents.size() * 900 + 16);
        incidents.forEach(incident -> write(out, incident));
        return out.toString();
    }

    private void write(StringBuilder out, IncidentRow incident) {
        var priority = Integer.toString(incident.priority().level());
        var id = incident.id().toString();
        var beat = incident.beat();
        var claim = incident.claim();
        var check = names.text("dispatch.board.check-place");
        incidentRow.write(
                out,
                id,
                escaped(incident.number()),
                priority,
                priority,
                priority,
                escaped(names.priority(priority)),
                id,
                escaped(incident.number()),
                Integer.toString(incident.dayNumber()),
                escaped(names.type(incident.type())),
                escaped(incident.locationText()),
                beat == null ? HIDDEN : "",
                beat == null ? "" : escaped(beat.value()),
                escaped(names.incidentStatus(incident.status())),
                incident.trust().isSure() ? HIDDEN : "",
                escaped(check),
                claim == null ? HIDDEN : "",
                claim == null ? "" : escaped(claim.name()),
                crew(incident.units()),
                Boolean.toString(incident.overdue()),
                incident.openedAt().toString(),
                times.age(incident.openedAt()));
    }

    private String crew(List<IncidentRow.OnIt> units) {
        if (units.isEmpty()) {
            return "";
        }
        var out = new StringBuilder(units.size() * 120);
        for (var unit : units) {
            var word = escaped(names.unitStatus(unit.stage()));
            out.append("<span class=\"state\" data-state=\"")
                    .append(unit.stage().name())
                    .append("\" title=\"")
                    .append(word)
                    .append("\">")
                    .append(escaped(names.callSign(unit.callSign())))
                    .append("<span class=\"hidden-text\"> ")
                    .append(word)
                    .append(" </span></span>");
        }
        return out.toString();
    }

    /** The units in a group for each status, in the order in which a dispatcher looks for them. */
    String unitGroups(List<UnitRow> units) {
        var out = new StringBuilder(units.size() * 400 + 2000);
        for (var status : List.of(
                UnitStatus.AVAILABLE,
                UnitStatus.ASSIGNED,
                UnitStatus.ACKNOWLEDGED,
                UnitStatus.EN_ROUTE,
                UnitStatus.ON_SCENE,
                UnitStatus.TRANSPORTING,
                UnitStatus.ON_BREAK,
                UnitStatus.UNAVAILABLE,
                UnitStatus.OFF_DUTY)) {
            var group = units.stream().filter(unit -> unit.status() == status).toList();
            out.append("<div data-group=\"")
                    .append(status.name())
                    .append('"')
                    .append(group.isEmpty() ? HIDDEN : "")
                    .append("><h3><span class=\"state\" data-state=\"")
                    .append(status.name())
                    .append("\">")
                    .append(escaped(names.unitStatus(status)))
                    .append("</span> <span class=\"count\">")
                    .append(group.size())
                    .append("</span></h3><ul>");
            group.forEach(unit -> write(out, unit));
            out.append("</ul></div>\n");
        }
        return out.toString();
    }

    private void write(StringBuilder out, UnitRow unit) {
        unitRow.write(
                out,
                unit.id().toString(),
                escaped(unit.callSign()),
                escaped(names.callSign(unit.callSign())),
                escaped(about(unit)),
                unit.statusSince().toString(),
                times.age(unit.statusSince()),
                escaped(names.unitStatus(unit.status())));
    }

    private String about(UnitRow unit) {
        var work = unit.work().stream()
                .filter(each -> each.stage() != Stage.STACKED)
                .findFirst()
                .map(each -> "#" + each.number().replaceFirst("^.*/", "") + " · ")
                .orElse("");
        var position = unit.position();
        var old = position != null && position.stale() && unit.status() != UnitStatus.OFF_DUTY
                ? names.text("dispatch.ui.unit.position-old") + " · "
                : "";
        return work + old + names.unitType(unit.type());
    }

    String emptyIncident() {
        var out = new StringBuilder();
        incidentRow.write(
                out,
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                HIDDEN,
                "",
                "",
                HIDDEN,
                escaped(names.text("dispatch.board.check-place")),
                HIDDEN,
                "",
                "",
                "false",
                "",
                "");
        return out.toString();
    }

    String emptyUnit() {
        var out = new StringBuilder();
        unitRow.write(out, "", "", "", "", "", "", "");
        return out.toString();
    }

    /** Text as HTML, in content and in quoted attributes. */
    static String escaped(String text) {
        int first = firstSpecial(text);
        if (first < 0) {
            return text;
        }
        var out = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    private static int firstSpecial(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("&<>\"'".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** A pattern cut at its holes once, so that writing a row is only appending. */
    private static final class Row {
        private final String[] pieces;

        Row(String pattern) {
            pieces = pattern.strip().split("%s", -1);
        }

        void write(StringBuilder out, String... values) {
            if (values.length != pieces.length - 1) {
                throw new IllegalArgumentException("the pattern has " + (pieces.length - 1) + " holes");
            }
            for (int i = 0; i < values.length; i++) {
                out.append(pieces[i]).append(values[i]);
            }
            out.append(pieces[values.length]).append('\n');
        }
    }
}
