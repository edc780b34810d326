package org.openbeat.app.access.purpose;

import static java.time.ZoneOffset.UTC;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.openbeat.app.kernel.Recordable.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the access records. */
@Repository
class JdbcLookups {
    private final JdbcClient jdbc;

    JdbcLookups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, String account, Reader reader, Lookups.Entry entry, Instant at) {
        var kind = entry.grounds().kind();
        jdbc.sql("""
                        insert into access.lookup (id, at, account, role, agency, act, subject_kind, subject_id, label,
                            concerns, fields, basis, purpose, purpose_kind, flags, words, found, fingerprint)
                        values (:id, :at, :account, :role, :agency, :act, :subjectKind, :subjectId, :label,
                            :concerns, :fields, :basis, :purpose, :kind, :flags, :words, :found, :fingerprint)""")
                .param("id", id)
                .param("at", at.atOffset(UTC))
                .param("account", account)
                .param("role", reader.role().name())
                .param("agency", reader.agency().value())
                .param("act", entry.act().name())
                .param("subjectKind", entry.subject().kind())
                .param("subjectId", entry.subject().id())
                .param("label", entry.label())
                .param(
                        "concerns",
                        entry.concerns().stream().map(JdbcPurposes::text).toArray(String[]::new))
                .param("fields", entry.fields().toArray(String[]::new))
                .param("basis", entry.grounds().basis().name())
                .param("purpose", entry.grounds().purpose(), Types.OTHER)
                .param("kind", kind == null ? null : kind.name())
                .param("flags", entry.flags().stream().map(Flag::name).toArray(String[]::new))
                .param("words", entry.words())
                .param("found", entry.found(), Types.INTEGER)
                .param("fingerprint", entry.fingerprint())
                .update();
    }

    /** How many things other than this one were read under the purpose. */
    int countUnder(UUID purpose, Subject but) {
        return jdbc.sql("""
                        select count(distinct (subject_kind, subject_id)) from access.lookup
                        where purpose = :purpose and act = 'READ' and (subject_kind, subject_id) <> (:kind, :id)""")
                .param("purpose", purpose)
                .param("kind", but.kind())
                .param("id", but.id())
                .query(Integer.class)
                .single();
    }

    /** Everyone who works here. */
    List<StaffNames.Member> members() {
        return jdbc.sql("select id, name from access.account where closed_at is null")
                .query((row, number) -> new StaffNames.Member(row.getString("id"), NameWords.of(row.getString("name"))))
                .list();
    }
}
