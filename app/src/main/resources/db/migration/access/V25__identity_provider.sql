-- Who somebody is at the organisation's identity provider: issuer and subject together never change.
create table provider_identity (
    issuer text not null,
    subject text not null,
    account uuid not null references account (id),
    linked_at timestamptz not null,
    primary key (issuer, subject)
);

create index provider_identity_account on provider_identity (account);

-- Which session here came from which there, so that it ends with it.
create table provider_session (
    session uuid primary key references session (id) on delete cascade,
    issuer text not null,
    subject text not null,
    sid text
);

create index provider_session_sid on provider_session (issuer, sid);
