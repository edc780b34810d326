-- A dangerous act waits here for a second person. It is executed in the transaction that approves it, so it happens once.
create table proposal (
    id uuid primary key,
    kind text not null,
    subject_kind text not null,
    subject_id text not null,
    agency text not null references agency (id),
    particulars jsonb not null,
    -- What the proposal rests on, as it was: if that has changed, nobody approves something else than was proposed.
    rests_on text not null,
    reason text not null,
    proposer uuid not null references account (id),
    proposed_at timestamptz not null,
    expires_at timestamptz not null,
    status text not null check (status in ('OPEN', 'DONE', 'REFUSED', 'WITHDRAWN', 'EXPIRED', 'ALONE')),
    decided_by uuid references account (id),
    decided_at timestamptz,
    decision_reason text,
    check (decided_by is null or decided_by <> proposer or status = 'WITHDRAWN'),
    check ((status = 'OPEN') = (decided_at is null))
);

create unique index proposal_once on proposal (kind, subject_kind, subject_id) where status = 'OPEN';
create index proposal_expiry on proposal (expires_at) where status = 'OPEN';
create index proposal_newest on proposal (proposed_at);

-- Who opened an account or set its password could sign in to it, and would then be the second person of their own act.
create table account_handling (
    account uuid not null references account (id),
    handler uuid not null references account (id),
    at timestamptz not null
);

create index account_handling_account on account_handling (account, at);
