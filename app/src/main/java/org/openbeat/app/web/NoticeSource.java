package org.openbeat.app.web;

import java.util.List;
import org.openbeat.app.kernel.Actor;

/** Contributed by modules that must tell staff something on every page; asked once a page, so it must be quick. */
public interface NoticeSource {

    List<StaffNotice> notices(Actor actor);
}
