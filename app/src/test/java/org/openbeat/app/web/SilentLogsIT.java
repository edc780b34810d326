package org.openbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.TestBrowser;
import org.openbeat.app.access.Access;
import org.openbeat.app.access.NewAccount;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people type stands in no log, whether it was taken or refused. */
@OpenbeatTest
@ExtendWith(OutputCaptureExtension.class)
class SilentLogsIT {
    private static final String PASSWORD = "hushed lantern otter";
    private static final String WRONG = "murmured wrong guess";
    private static final String TEXT = "Whispered Quokka Sentence";

    @LocalServerPort
    int port;

    @Autowired
    Access access;

    private final AgencyId agency = new AgencyId("town-" + UUID.randomUUID());

    @BeforeEach
    void makeTown() {
        access.addAgency(Actor.SYSTEM, agency, "A made-up town", null);
    }

    @Test
    void a_password_stands_in_no_log(CapturedOutput output) {
        var userName = "hush." + UUID.randomUUID();
        access.openAccount(Actor.SYSTEM, new NewAccount(userName, TEXT, PASSWORD, agency, Set.of(Role.ADMINISTRATOR)));
        var browser = new TestBrowser(port);
        browser.signIn(userName, WRONG);
        browser.signIn(userName, PASSWORD);
        browser.post("/account/password", Map.of("current", PASSWORD, "wanted", WRONG, "again", "differs"));
        var session = browser.cookie("session");
        assertThat(session).isNotEmpty();
        assertThat(output.getAll()).doesNotContain(PASSWORD, WRONG, TEXT, userName, session);
    }

    @Test
    void what_a_resident_types_stands_in_no_log_even_when_it_is_refused(CapturedOutput output) {
        var browser = new TestBrowser(port);
        var form = Map.of("description", TEXT, "name", TEXT, "category", "\u0000", "email", TEXT);
        browser.post("/report", form);
        browser.post("/report/details", Map.of("description", TEXT, "latitude", TEXT, "page", TEXT));
        browser.get("/problems/" + TEXT.replace(' ', '-') + "?q=" + TEXT.replace(" ", "%20"));
        browser.get("/track/" + TEXT.replace(' ', '-'));
        assertThat(output.getAll()).doesNotContain(TEXT, TEXT.replace(' ', '-'));
    }
}
