-- What somebody began in a browser and has to finish there, once and soon: the second step of a sign-in, a ceremony of a
-- passkey, a visit to an identity provider. The browser has the token, we its hash.
create table pending_step (
    token_hash bytea primary key,
    kind text not null,
    account uuid references account (id),
    state text not null,
    expires_at timestamptz not null
);

create index pending_step_expires on pending_step (expires_at);

-- An authenticator app in force. Its secret is sealed with a key that is not in the database.
create table totp (
    account uuid primary key references account (id),
    sealed_secret bytea not null,
    confirmed_at timestamptz not null
);

-- A new app's secret until a code of it is entered: the app before it stays in force so long.
create table totp_offer (
    account uuid primary key references account (id),
    sealed_secret bytea not null
);

-- The half minute of the last code that was used: it and those before it count no more.
create table totp_step (
    account uuid primary key references account (id),
    last_step bigint not null
);

create table recovery_code (
    account uuid not null references account (id),
    code_hash bytea not null,
    used_at timestamptz,
    primary key (account, code_hash)
);
