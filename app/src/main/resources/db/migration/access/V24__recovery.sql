-- A recovery that two persons let happen. Each of them gets one part of the code, so neither can use it alone; the
-- account's holder needs both, soon.
create table recovery (
    account uuid primary key references account (id),
    proposer uuid not null references account (id),
    approver uuid not null references account (id),
    first_hash bytea,
    second_hash bytea,
    expires_at timestamptz not null
);
