package org.openbeat.app.access.purpose;

import java.util.Set;
import org.openbeat.app.kernel.Recordable.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Free words in purposes and access records: those that may tell of the person whose data were read. */
@Repository
class JdbcWrittenWords {
    private static final String ABOUT = """
            (covers = :covered or (item_kind = upper(:kind) and item_id = :subject))""";

    private final JdbcClient jdbc;

    JdbcWrittenWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long lookups(Subject subject) {
        return jdbc.sql("""
                        select count(*) from access.lookup
                        where subject_kind = :kind and subject_id = :subject and words is not null""")
                .param("kind", subject.kind())
                .param("subject", subject.id())
                .query(Long.class)
                .single();
    }

    long purposes(Subject subject) {
        return jdbc.sql("select count(*) from access.purpose where " + ABOUT
                        + " and (coalesce(reason, '') <> '' or coalesce(justification, '') <> '')")
                .param("covered", JdbcPurposes.text(subject))
                .param("kind", subject.kind())
                .param("subject", subject.id())
                .query(Long.class)
                .single();
    }

    void erase(Subject subject) {
        jdbc.sql("""
                        update access.lookup set words = null
                        where subject_kind = :kind and subject_id = :subject and words is not null""")
                .param("kind", subject.kind())
                .param("subject", subject.id())
                .update();
        jdbc.sql("""
                        update access.purpose set
                            reason = case when reason is null then null else '' end,
                            justification = case when justification is null then null else '' end
                        where """ + " " + ABOUT)
                .param("covered", JdbcPurposes.text(subject))
                .param("kind", subject.kind())
                .param("subject", subject.id())
                .update();
    }

    /** That something was sought, and what was flagged about it, stays. */
    void forget(Set<String> names) {
        jdbc.sql("""
                        update access.lookup set words = null
                        where words is not null and exists (
                            select from unnest(:names) name where position(lower(name) in lower(words)) > 0)""").param("names", names.toArray(String[]::new)).update();
    }
}
