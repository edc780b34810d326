-- Public keys of authenticators (WebAuthn, 4: credential record). Nothing here lets anyone sign in.
create table passkey (
    id uuid primary key,
    credential_id bytea not null unique,
    account uuid not null references account (id),
    name text not null,
    public_key bytea not null,
    attestation_object bytea not null,
    signature_count bigint not null,
    uv_initialized boolean not null,
    backup_eligible boolean not null,
    backup_state boolean not null,
    transports text[] not null,
    added_at timestamptz not null,
    last_used_at timestamptz
);

create index passkey_account on passkey (account);
