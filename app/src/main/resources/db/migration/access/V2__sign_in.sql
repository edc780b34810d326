alter table account
    add must_change_password boolean not null default false,
    add password_changed_at timestamptz;

create index account_agency on account (agency, name, id);

-- A session is known by the hash of its token: who reads this table can't use what they find.
create table session (
    id uuid primary key,
    token_hash bytea not null unique,
    account uuid not null references account (id),
    started_at timestamptz not null,
    seen_at timestamptz not null,
    client text not null
);

create index session_account on session (account);
create index session_seen on session (seen_at);

-- Browsers that once signed in to an account; others' wrong guesses don't slow them down.
create table known_device (
    account uuid not null references account (id),
    token_hash bytea not null,
    last_used_at timestamptz not null,
    primary key (account, token_hash)
);

-- Names are hashed: people type passwords into the wrong field.
create table sign_in_failure (
    name_hash bytea not null,
    source text not null,
    failures integer not null,
    last_at timestamptz not null,
    primary key (name_hash, source)
);

create index sign_in_failure_last on sign_in_failure (last_at);
