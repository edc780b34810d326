package org.openbeat.app.access.purpose;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Role;
import org.openbeat.app.web.NoticeSource;
import org.openbeat.app.web.StaffNotice;
import org.openbeat.app.web.StaffNotice.Leading;
import org.springframework.stereotype.Component;

/** The purpose under which one reads, what one has to justify, and that somebody else broke the glass. */
@Component
class PurposeNotices implements NoticeSource {
    private static final String PAGE = "/purposes";

    private final Purposes purposes;
    private final Notices notices;
    private final Clock clock;

    PurposeNotices(Purposes purposes, Notices notices, Clock clock) {
        this.purposes = purposes;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public List<StaffNotice> notices(Actor actor) {
        var now = clock.instant();
        var all = new ArrayList<StaffNotice>();
        if (actor.hasAny(Role.STATION_CHIEF, Role.COMMANDER, Role.OVERSIGHT)) {
            told(actor, all);
        }
        purposes.toJustify(actor).forEach(broken -> all.add(toJustify(broken, now)));
        purposes.current(actor).ifPresent(purpose -> all.add(current(purpose, now)));
        return all;
    }

    private void told(Actor actor, List<StaffNotice> all) {
        int unseen = notices.unseen(actor);
        if (unseen > 0) {
            all.add(new StaffNotice(
                    true,
                    "access.notice.glass",
                    List.of(unseen),
                    new Leading(PAGE + "/told", "access.notice.glass.link"),
                    null));
        }
    }

    private static StaffNotice toJustify(Purpose broken, Instant now) {
        var glass = Objects.requireNonNull(broken.glass());
        var overdue = glass.isOverdue(now);
        return new StaffNotice(
                overdue,
                overdue ? "access.notice.justify.overdue" : "access.notice.justify",
                List.of(broken.reference(), glass.justifyBy(), hours(now, glass.justifyBy())),
                new Leading(PAGE, "access.notice.justify.link"),
                null);
    }

    private static StaffNotice current(Purpose purpose, Instant now) {
        return new StaffNotice(
                false,
                "access.notice.purpose." + purpose.kind(),
                List.of(purpose.reference(), purpose.endsAt(), minutes(now, purpose.endsAt())),
                null,
                new Leading(PAGE + "/end", "access.notice.purpose.end"));
    }

    private static long minutes(Instant now, Instant end) {
        return Math.max(1, Duration.between(now, end).plusSeconds(59).toMinutes());
    }

    private static long hours(Instant now, Instant end) {
        return Math.max(0, Duration.between(now, end).toHours());
    }
}
