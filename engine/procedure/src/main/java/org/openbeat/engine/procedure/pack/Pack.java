package org.openbeat.engine.procedure.pack;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.openbeat.engine.procedure.pack.clock.ClockId;
import org.openbeat.engine.procedure.pack.clock.ClockRule;

/**
 * A legal procedure as a legal department writes it: which steps, by whom, after what, within which time, told to whom,
 * and the article of each.
 *
 * @param language the local language of its papers (BCP 47)
 * @param zone of its clocks
 * @param sources by name, as are all maps here, in the order of the file
 * @param stages the parts of the procedure, by the name that steps use
 * @param leftOut what the pack does not hold although the law does, in English, with the reason
 */
public record Pack(
        PackId id,
        LocalText title,
        LocalText summary,
        String language,
        ZoneId zone,
        VersionRule version,
        Map<String, Source> sources,
        Map<AuthorityId, Authority> authorities,
        List<Separation> separations,
        Map<String, Fact> facts,
        Map<String, Amount> amounts,
        Map<String, LocalText> stages,
        Map<StepId, Step> steps,
        Map<ClockId, ClockRule> clocks,
        Map<String, Paper> papers,
        List<Disclosure> disclosures,
        List<QualityItem> quality,
        List<Conflict> conflicts,
        Map<String, CalendarTable> calendars,
        List<String> leftOut,
        Mark mark) {}
