package org.openbeat.app.access.approval;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.access.events.ProposalId;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Recordable.Subject;
import org.openbeat.app.kernel.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcProposals implements Proposals {
    private static final String PROPOSAL = """
            select p.*, who.name as proposer_name, decider.name as decider_name
            from access.proposal p
            join access.account who on who.id = p.proposer
            left join access.account decider on decider.id = p.decided_by
            """;
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcProposals(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public void add(Proposal proposal, String restsOn) {
        var act = proposal.act();
        jdbc.sql("""
                        insert into access.proposal (id, kind, subject_kind, subject_id, agency, particulars, rests_on,
                            reason, proposer, proposed_at, expires_at, status, decided_at)
                        values (:id, :kind, :subjectKind, :subject, :agency, :particulars::jsonb, :restsOn,
                            :reason, :proposer, :proposedAt, :expiresAt, :status, :decidedAt)""")
                .param("id", proposal.id().value())
                .param("kind", act.kind())
                .param("subjectKind", act.subject().kind())
                .param("subject", act.subject().id())
                .param("agency", act.agency().value())
                .param("particulars", json.writeValueAsString(act.particulars()))
                .param("restsOn", restsOn)
                .param("reason", proposal.reason())
                .param("proposer", proposal.proposer().value())
                .param("proposedAt", proposal.proposedAt().atOffset(UTC))
                .param("expiresAt", proposal.expiresAt().atOffset(UTC))
                .param("status", proposal.status().name())
                .param(
                        "decidedAt",
                        proposal.status() == Proposal.Status.OPEN
                                ? null
                                : proposal.proposedAt().atOffset(UTC))
                .update();
    }

    @Override
    public Optional<Proposal> find(ProposalId id) {
        return jdbc.sql(PROPOSAL + "where p.id = :id")
                .param("id", id.value())
                .query(this::proposal)
                .optional();
    }

    @Override
    public Optional<Proposal> lock(ProposalId id) {
        return jdbc.sql(PROPOSAL + "where p.id = :id for update of p")
                .param("id", id.value())
                .query(this::proposal)
                .optional();
    }

    @Override
    public String restedOn(ProposalId id) {
        return jdbc.sql("select rests_on from access.proposal where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    @Override
    public void decide(ProposalId id, Proposal.Status status, @Nullable AccountId by, Instant at, String reason) {
        jdbc.sql("""
                        update access.proposal
                        set status = :status, decided_by = :by, decided_at = :at, decision_reason = :reason
                        where id = :id and status = 'OPEN'""")
                .param("id", id.value())
                .param("status", status.name())
                .param("by", by == null ? null : by.value(), java.sql.Types.OTHER)
                .param("at", at.atOffset(UTC))
                .param("reason", reason)
                .update();
    }

    @Override
    public List<Proposal> open() {
        return jdbc.sql(PROPOSAL + "where p.status = 'OPEN' order by p.expires_at, p.id")
                .query(this::proposal)
                .list();
    }

    @Override
    public List<Proposal> decided(int most) {
        return jdbc.sql(PROPOSAL + "where p.status <> 'OPEN' order by p.proposed_at desc, p.id desc limit :most")
                .param("most", most)
                .query(this::proposal)
                .list();
    }

    @Override
    public Optional<ProposalId> openOn(String kind, Subject subject) {
        return jdbc.sql("""
                        select id from access.proposal
                        where kind = :kind and subject_kind = :subjectKind and subject_id = :subject
                        and status = 'OPEN'""")
                .param("kind", kind)
                .param("subjectKind", subject.kind())
                .param("subject", subject.id())
                .query(UUID.class)
                .optional()
                .map(ProposalId::new);
    }

    @Override
    public List<ProposalId> overdue(Instant now) {
        return jdbc
                .sql("select id from access.proposal where status = 'OPEN' and expires_at <= :now")
                .param("now", now.atOffset(UTC))
                .query(UUID.class)
                .list()
                .stream()
                .map(ProposalId::new)
                .toList();
    }

    @Override
    public Optional<Actor> staff(AccountId account) {
        return jdbc.sql("select id, name, agency, roles from access.account where id = :id and closed_at is null")
                .param("id", account.value())
                .query(JdbcProposals::actor)
                .optional();
    }

    @Override
    public List<Actor> staff() {
        return jdbc.sql("select id, name, agency, roles from access.account where closed_at is null order by id")
                .query(JdbcProposals::actor)
                .list();
    }

    @Override
    public void handled(AccountId account, AccountId handler, Instant at) {
        jdbc.sql("insert into access.account_handling (account, handler, at) values (:account, :handler, :at)")
                .param("account", account.value())
                .param("handler", handler.value())
                .param("at", at.atOffset(UTC))
                .update();
    }

    @Override
    public boolean handledBetween(AccountId one, AccountId other, Instant after) {
        return jdbc.sql("""
                        select exists (select from access.account_handling
                        where at > :after
                        and ((account = :one and handler = :other) or (account = :other and handler = :one)))""")
                .param("one", one.value())
                .param("other", other.value())
                .param("after", after.atOffset(UTC))
                .query(Boolean.class)
                .single();
    }

    long reasonsOn(Subject subject) {
        return jdbc.sql("""
                        select count(*) from access.proposal where subject_kind = :kind and subject_id = :subject
                        and kind <> 'erasure' and (reason <> '' or coalesce(decision_reason, '') <> '')""")
                .param("kind", subject.kind())
                .param("subject", subject.id())
                .query(Long.class)
                .single();
    }

    void eraseReasonsOn(Subject subject) {
        jdbc.sql("""
                        update access.proposal set reason = '',
                            decision_reason = case when decision_reason is null then null else '' end
                        where subject_kind = :kind and subject_id = :subject and kind <> 'erasure'""")
                .param("kind", subject.kind())
                .param("subject", subject.id())
                .update();
    }

    private Proposal proposal(ResultSet row, int number) throws SQLException {
        var act = new Act(
                row.getString("kind"),
                new Subject(row.getString("subject_kind"), row.getString("subject_id")),
                new AgencyId(row.getString("agency")),
                json.readValue(row.getString("particulars"), TEXTS));
        return new Proposal(
                new ProposalId(row.getObject("id", UUID.class)),
                act,
                row.getString("reason"),
                new AccountId(row.getObject("proposer", UUID.class)),
                row.getString("proposer_name"),
                instant(row, "proposed_at"),
                instant(row, "expires_at"),
                Proposal.Status.valueOf(row.getString("status")),
                decision(row));
    }

    private static Proposal.@Nullable Decision decision(ResultSet row) throws SQLException {
        if (row.getObject("decided_at") == null) {
            return null;
        }
        var by = row.getObject("decided_by", UUID.class);
        return new Proposal.Decision(
                by == null ? null : new AccountId(by),
                Objects.requireNonNullElse(row.getString("decider_name"), ""),
                instant(row, "decided_at"),
                Objects.requireNonNullElse(row.getString("decision_reason"), ""));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Actor actor(ResultSet row, int number) throws SQLException {
        var roles = (String[]) row.getArray("roles").getArray();
        return Actor.staff(
                row.getObject("id", UUID.class).toString(),
                row.getString("name"),
                new AgencyId(row.getString("agency")),
                Arrays.stream(roles).map(Role::valueOf).collect(Collectors.toSet()));
    }
}
