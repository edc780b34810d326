package org.openbeat.app.access.passkeys;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.kernel.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

/** The store of passkeys, for their owners and for the library that verifies them. */
@Repository
class JdbcPasskeys implements UserCredentialRepository {
    private final JdbcClient jdbc;
    private final Identifiers identifiers;
    private final Clock clock;

    JdbcPasskeys(JdbcClient jdbc, Identifiers identifiers, Clock clock) {
        this.jdbc = jdbc;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    List<Passkey> of(AccountId account) {
        return jdbc.sql("""
                        select id, name, added_at, last_used_at, backup_eligible from access.passkey
                        where account = :account order by added_at, id""")
                .param("account", account.value())
                .query((row, number) -> new Passkey(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        instant(row, "added_at"),
                        row.getObject("last_used_at") == null ? null : instant(row, "last_used_at"),
                        row.getBoolean("backup_eligible")))
                .list();
    }

    boolean remove(AccountId account, UUID passkey) {
        return jdbc.sql("delete from access.passkey where id = :id and account = :account")
                        .param("id", passkey)
                        .param("account", account.value())
                        .update()
                > 0;
    }

    /** A new passkey, or an old one that was just used: then its count and state are new. */
    @Override
    public void save(CredentialRecord record) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(UTC);
        int updated = jdbc.sql("""
                        update access.passkey
                        set signature_count = :count, backup_state = :state, uv_initialized = :uv, last_used_at = :now
                        where credential_id = :id""")
                .param("id", record.getCredentialId().getBytes())
                .param("count", record.getSignatureCount())
                .param("state", record.isBackupState())
                .param("uv", record.isUvInitialized())
                .param("now", now)
                .update();
        if (updated == 0) {
            add(record, now);
        }
    }

    private void add(CredentialRecord record, OffsetDateTime now) {
        jdbc.sql("""
                        insert into access.passkey
                            (id, credential_id, account, name, public_key, attestation_object, signature_count,
                             uv_initialized, backup_eligible, backup_state, transports, added_at)
                        values (:id, :credential, :account, :name, :key, :attestation, :count, :uv, :eligible, :state,
                             :transports, :now)""")
                .param("id", identifiers.next())
                .param("credential", record.getCredentialId().getBytes())
                .param(
                        "account",
                        RelyingParty.account(record.getUserEntityUserId()).value())
                .param("name", record.getLabel())
                .param("key", record.getPublicKey().getBytes())
                .param(
                        "attestation",
                        Objects.requireNonNull(record.getAttestationObject()).getBytes())
                .param("count", record.getSignatureCount())
                .param("uv", record.isUvInitialized())
                .param("eligible", record.isBackupEligible())
                .param("state", record.isBackupState())
                .param(
                        "transports",
                        record.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .sorted()
                                .toArray(String[]::new))
                .param("now", now)
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return jdbc.sql("select * from access.passkey where credential_id = :id")
                .param("id", credential.getBytes())
                .query(JdbcPasskeys::credential)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return jdbc.sql("select * from access.passkey where account = :account order by id")
                .param("account", RelyingParty.account(handle).value())
                .query(JdbcPasskeys::credential)
                .list();
    }

    @Override
    public void delete(Bytes credential) {
        throw new UnsupportedOperationException("a passkey is removed by its owner");
    }

    private static CredentialRecord credential(ResultSet row, int number) throws SQLException {
        var transports = Arrays.stream((String[]) row.getArray("transports").getArray())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(RelyingParty.handle(new AccountId(row.getObject("account", UUID.class))))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .attestationObject(new Bytes(row.getBytes("attestation_object")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("uv_initialized"))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backup_state"))
                .transports(transports)
                .label(row.getString("name"))
                .created(instant(row, "added_at"))
                .build();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
