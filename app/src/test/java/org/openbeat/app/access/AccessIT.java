package org.openbeat.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OpenbeatTest
class AccessIT {

    @Autowired
    Access access;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whoever_gets_an_account_acts_for_their_agency_in_their_roles_and_the_ledger_knows() {
        var agency = new AgencyId("town-" + UUID.randomUUID());
        access.addAgency(Actor.SYSTEM, agency, "A made-up town", null);
        access.addAgency(Actor.SYSTEM, new AgencyId(agency + "/north"), "Its north", "北区");
        var name = "made.up." + UUID.randomUUID();

        var opened = access.openAccount(
                Actor.SYSTEM,
                new NewAccount(
                        name.toUpperCase(java.util.Locale.ROOT), "Made Up", "secret", agency, Set.of(Role.ANALYST)));

        assertThat(access.find(name)).contains(opened);
        assertThat(opened.agency()).isEqualTo(agency);
        assertThat(opened.has(Role.ANALYST)).isTrue();
        assertThat(jdbc.sql(
                                "select count(*) from ledger.entry where action in ('access.agency-added', 'access.account-opened')")
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void a_user_name_is_given_once_and_an_agency_needs_its_parent() {
        var agency = new AgencyId("town-" + UUID.randomUUID());
        access.addAgency(Actor.SYSTEM, agency, "A made-up town", null);
        var account = new NewAccount("twin." + UUID.randomUUID(), "Twin", "secret", agency, Set.of(Role.ANALYST));
        access.openAccount(Actor.SYSTEM, account);

        assertThatThrownBy(() -> access.openAccount(Actor.SYSTEM, account)).hasMessageContaining("user_name");
        assertThatThrownBy(() -> access.addAgency(Actor.SYSTEM, new AgencyId("nowhere/north"), "North", null))
                .hasMessageContaining("parent");
    }
}
