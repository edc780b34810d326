package org.openbeat.app.dispatch.live;

import org.springframework.stereotype.Component;

/** Carries the feed to the consoles. */
@Component
class FeedPump {

    void wake() {}
}
