package org.openbeat.app.partners.web;

import java.util.List;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Role;
import org.openbeat.app.partners.delivery.DisabledSubscriptions;
import org.openbeat.app.web.NoticeSource;
import org.openbeat.app.web.StaffNotice;
import org.springframework.stereotype.Component;

/** Tells administrators on every page that a partner is told nothing any more. */
@Component
class DisabledNotices implements NoticeSource {
    private final DisabledSubscriptions disabled;

    DisabledNotices(DisabledSubscriptions disabled) {
        this.disabled = disabled;
    }

    @Override
    public List<StaffNotice> notices(Actor actor) {
        int count = actor.has(Role.ADMINISTRATOR) ? disabled.count() : 0;
        return count == 0
                ? List.of()
                : List.of(new StaffNotice(
                        true,
                        "partners.notice.disabled",
                        List.of(count),
                        new StaffNotice.Leading("/admin/partners", "partners.notice.disabled.link"),
                        null));
    }
}
