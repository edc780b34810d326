package org.openbeat.app.access.purpose;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcNotices {
    private final JdbcClient jdbc;

    JdbcNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, String account, UUID purpose, Instant at) {
        jdbc.sql("insert into access.notice (id, account, purpose, at) values (:id, :account, :purpose, :at)")
                .param("id", id)
                .param("account", account)
                .param("purpose", purpose)
                .param("at", at.atOffset(UTC))
                .update();
    }

    List<Notices.Notice> list(String account, int most) {
        return jdbc.sql("""
                        select purpose.*, notice.id as notice, notice.seen_at is not null as seen, account.name
                        from access.notice join access.purpose on purpose.id = notice.purpose
                            left join access.account on account.id::text = purpose.account
                        where notice.account = :account order by notice.at desc limit :most""")
                .param("account", account)
                .param("most", most)
                .query((row, number) -> new Notices.Notice(
                        row.getObject("notice", UUID.class),
                        JdbcPurposes.read(row, number),
                        Objects.requireNonNullElse(row.getString("name"), ""),
                        row.getBoolean("seen")))
                .list();
    }

    int unseen(String account) {
        return jdbc.sql("select count(*) from access.notice where account = :account and seen_at is null")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    /** How many that were. */
    int see(String account, Instant at) {
        return jdbc.sql("update access.notice set seen_at = :at where account = :account and seen_at is null")
                .param("account", account)
                .param("at", at.atOffset(UTC))
                .update();
    }
}
