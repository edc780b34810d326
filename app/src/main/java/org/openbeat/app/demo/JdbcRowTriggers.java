package org.openbeat.app.demo;

import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Switches the recording of the desk's rows off and on again, to tell what it costs. */
@Repository
@Profile("demo")
class JdbcRowTriggers {
    private final JdbcClient jdbc;

    JdbcRowTriggers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void enable(boolean on) {
        for (var trigger : triggers()) {
            jdbc.sql(trigger.formatted(on ? "enable" : "disable")).update();
        }
    }

    private List<String> triggers() {
        return jdbc.sql("""
                        select format('alter table %s %%s trigger %I', tgrelid::regclass, tgname) from pg_trigger t
                        join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
                        where tgname like 'ledger\\_row\\_%' and n.nspname in ('desk', 'dispatch')""").query(String.class).list();
    }
}
