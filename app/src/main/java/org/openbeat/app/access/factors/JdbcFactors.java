package org.openbeat.app.access.factors;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openbeat.app.access.events.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFactors implements Factors {
    private final JdbcClient jdbc;

    JdbcFactors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<Factor> of(AccountId account) {
        var found = EnumSet.noneOf(Factor.class);
        jdbc.sql("""
                        select 'APP' from access.totp where account = :account
                        union select 'PASSKEY' from access.passkey where account = :account""")
                .param("account", account.value())
                .query(String.class)
                .list()
                .forEach(name -> found.add(Factor.valueOf(name)));
        return found;
    }

    @Override
    public Optional<byte[]> appSecret(AccountId account) {
        return jdbc.sql("select sealed_secret from access.totp where account = :account")
                .param("account", account.value())
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    @Override
    public Optional<byte[]> offeredSecret(AccountId account) {
        return jdbc.sql("select sealed_secret from access.totp_offer where account = :account")
                .param("account", account.value())
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    @Override
    public void offer(AccountId account, byte[] sealedSecret) {
        jdbc.sql("""
                        insert into access.totp_offer (account, sealed_secret) values (:account, :secret)
                        on conflict (account) do update set sealed_secret = excluded.sealed_secret""")
                .param("account", account.value())
                .param("secret", sealedSecret)
                .update();
    }

    @Override
    public void accept(AccountId account, Instant at) {
        jdbc.sql("""
                        with offer as (delete from access.totp_offer where account = :account returning sealed_secret)
                        insert into access.totp (account, sealed_secret, confirmed_at)
                        select :account, sealed_secret, :at from offer
                        on conflict (account) do update
                        set sealed_secret = excluded.sealed_secret, confirmed_at = excluded.confirmed_at""")
                .param("account", account.value())
                .param("at", at.atOffset(UTC))
                .update();
    }

    @Override
    public boolean use(AccountId account, long step) {
        return jdbc.sql("""
                        insert into access.totp_step (account, last_step) values (:account, :step)
                        on conflict (account) do update set last_step = excluded.last_step
                        where totp_step.last_step < excluded.last_step""")
                        .param("account", account.value())
                        .param("step", step)
                        .update()
                > 0;
    }

    @Override
    public void removeApp(AccountId account) {
        jdbc.sql("delete from access.totp where account = :account")
                .param("account", account.value())
                .update();
    }

    @Override
    public void setRecoveryCodes(AccountId account, List<byte[]> hashes) {
        jdbc.sql("delete from access.recovery_code where account = :account")
                .param("account", account.value())
                .update();
        hashes.forEach(
                hash -> jdbc.sql("insert into access.recovery_code (account, code_hash) values (:account, :hash)")
                        .param("account", account.value())
                        .param("hash", hash)
                        .update());
    }

    @Override
    public boolean useRecoveryCode(AccountId account, byte[] hash, Instant at) {
        return jdbc.sql("""
                        update access.recovery_code set used_at = :at
                        where account = :account and code_hash = :hash and used_at is null""")
                        .param("account", account.value())
                        .param("hash", hash)
                        .param("at", at.atOffset(UTC))
                        .update()
                > 0;
    }

    @Override
    public int recoveryCodesLeft(AccountId account) {
        return jdbc.sql("select count(*) from access.recovery_code where account = :account and used_at is null")
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }
}
