package org.openbeat.app.dispatch.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.Manner;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.recommend.RankedUnits;
import org.openbeat.app.dispatch.recommend.RankedUnits.RankedUnit;
import org.openbeat.app.dispatch.unit.UnitStatus.Sendability;

/**
 * Whom to send, in words.
 *
 * @param choices units that may be sent, best first
 * @param others units that were not chosen, with the reason
 * @param basis what the list rests on, where that is less than road times, and what is still lacking
 */
record Advice(List<Line> choices, List<Line> others, String basis) {
    static final Advice NONE = new Advice(List.of(), List.of(), "");
    private static final int SHOWN = 6;
    private static final String PASSED_OVER = "passed-over.";

    /**
     * One unit.
     *
     * @param travel how long and how far
     * @param why what speaks for it or against it
     * @param proposed it is among those to send first
     * @param manner whether it is sent at once, is taken from other work, or comes after it
     * @param mayAsk it may be sent after asking
     */
    record Line(
            UnitId unit, String callSign, String travel, String why, boolean proposed, Manner manner, boolean mayAsk) {}

    static Advice of(RankedUnits ranked, Names names) {
        var words = new Words(names);
        var first = ranked.units().stream()
                .filter(each -> each.proposed() || each.unit().sendability() == Sendability.FREE)
                .limit(SHOWN)
                .toList();
        var rest = ranked.units().stream().filter(each -> !first.contains(each)).toList();
        var choices = new ArrayList<Line>();
        for (var each : first) {
            choices.add(words.line(each, choices.isEmpty() ? words.nearer(ranked.units()) : null));
        }
        return new Advice(
                choices, rest.stream().map(each -> words.line(each, null)).toList(), words.basis(ranked));
    }

    /** The sentences. */
    private record Words(Names names) {

        Line line(RankedUnit each, @Nullable String more) {
            var reasons = new ArrayList<>(each.reasons().stream()
                    .map(this::reason)
                    .filter(text -> !text.isEmpty())
                    .toList());
            if (more != null) {
                reasons.add(more);
            }
            return new Line(
                    each.unit().id(),
                    each.unit().callSign(),
                    travel(each),
                    String.join("; ", reasons),
                    each.proposed(),
                    manner(each),
                    each.unit().sendability() != Sendability.UNAVAILABLE);
        }

        private static Manner manner(RankedUnit each) {
            var codes = each.reasons().stream().map(RankedUnits.Why::code).toList();
            if (codes.contains("taken-from")) {
                return Manner.PREEMPT;
            }
            return codes.contains("free-soon") ? Manner.STACK : Manner.NOW;
        }

        private String reason(RankedUnits.Why why) {
            var key = "dispatch.reason." + why.code();
            if (isPassedOver(why)) {
                return names.text("dispatch.reason.passed-over", age(Long.parseLong(why.value())), cause(why));
            }
            return switch (why.code()) {
                case "position-age", "position-stale", "free-soon", "shift-ends" ->
                    names.text(key, age(Long.parseLong(why.value())));
                case "taken-from" -> names.text(key, why.value() + " " + names.priority(why.value()));
                default -> names.text(key, why.value());
            };
        }

        private static boolean isPassedOver(RankedUnits.Why why) {
            return why.code().startsWith(PASSED_OVER);
        }

        private String cause(RankedUnits.Why why) {
            return names.text("dispatch.cause." + why.code().substring(PASSED_OVER.length()));
        }

        private String travel(RankedUnit each) {
            var seconds = each.seconds();
            var metres = each.metres();
            if (seconds == null || metres == null) {
                return names.text("dispatch.advice.unknown");
            }
            var time = seconds < 60
                    ? names.text("dispatch.advice.less-than-minute")
                    : names.text("dispatch.advice.minutes", Math.round(seconds / 60.0));
            var way = metres < 1000
                    ? names.text("dispatch.advice.metres", Math.round(metres / 10.0) * 10)
                    : names.text("dispatch.advice.kilometres", Math.round(metres / 100.0) / 10.0);
            return names.text(each.byRoad() ? "dispatch.advice.by-road" : "dispatch.advice.straight", time, way);
        }

        /** Who would be there sooner and is not proposed: otherwise it looks like a mistake. */
        @Nullable
        String nearer(List<RankedUnit> all) {
            var sooner = all.stream()
                    .flatMap(each -> each.reasons().stream()
                            .filter(Words::isPassedOver)
                            .map(why -> names.text(
                                    "dispatch.advice.nearer",
                                    names.callSign(each.unit().callSign()),
                                    cause(why))))
                    .limit(2)
                    .toList();
            return sooner.isEmpty() ? null : String.join("; ", sooner);
        }

        String basis(RankedUnits ranked) {
            var parts = new ArrayList<String>();
            if (!ranked.byRoad() && ranked.units().stream().anyMatch(each -> each.seconds() != null)) {
                parts.add(names.text("dispatch.advice.straight-basis"));
            }
            if (ranked.lacking() > 0) {
                parts.add(names.text("dispatch.advice.lacking", ranked.lacking()));
            }
            if (!ranked.unmetSkills().isEmpty()) {
                parts.add(names.text("dispatch.advice.unmet", String.join(", ", ranked.unmetSkills())));
            }
            return String.join("; ", parts);
        }

        private String age(long seconds) {
            if (seconds < 60) {
                return names.text("dispatch.advice.age-seconds", seconds);
            }
            return seconds < 3600
                    ? names.text("dispatch.advice.age-minutes", seconds / 60)
                    : names.text("dispatch.advice.age-hours", seconds / 3600);
        }
    }
}
