-- How long which kind of data is kept. Without a line here a kind is kept: the examples that come with Openbeat start
-- nothing. A line comes from two persons of the organisation, who name the law that it rests on.
create table schedule (
    kind text primary key,
    period text not null,
    basis text not null,
    confirmed_at timestamptz not null,
    confirmed_by uuid not null,
    proposed_by uuid not null
);

-- While a thing is held, nothing of it is erased, whatever schedule or request says.
create table hold (
    id uuid primary key,
    subject_kind text not null,
    subject_id text not null,
    reference text not null,
    agency text not null,
    reason text not null,
    set_by uuid not null,
    set_by_name text not null,
    set_at timestamptz not null,
    until timestamptz not null,
    lifted_at timestamptz,
    lifted_by uuid
);
create index hold_subject on hold (subject_id) where lifted_at is null;

-- What was erased, and nothing of what it was. The same list stands in a file outside the database, because a backup
-- from before the erasure would bring the data back.
create table erasure (
    subject_kind text not null,
    subject_id text not null,
    ground text not null,
    at timestamptz not null,
    primary key (subject_kind, subject_id, at)
);
create index erasure_newest on erasure (at);
