-- The systems of other organisations, what each is told, and the outbox from which it is told. Instants are in UTC.

create table partner (
    name text primary key check (name ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
    -- The agency for which it acts; what the policy shares with it is what it may know.
    agency text not null,
    -- Our agency that answers what it hands over.
    answers text not null,
    -- Whether callers and the words of people belong to what is shared with it.
    particulars boolean not null,
    key_hash bytea not null unique,
    opened_at timestamptz not null,
    key_issued_at timestamptz not null,
    closed_at timestamptz
);

-- Which events a partner gets, which fields of them, and where.
create table subscription (
    id uuid primary key,
    partner text not null references partner (name),
    -- Null for a feed that the partner fetches.
    target text,
    types text[] not null check (cardinality(types) > 0),
    fields text[] not null,
    batch boolean not null,
    state text not null check (state in ('UNCONFIRMED', 'ACTIVE', 'DISABLED', 'ENDED')),
    -- Why it is disabled: a code.
    reason text,
    -- What the receiver allowed, in requests a minute; null for no limit.
    rate int check (rate > 0),
    -- Sealed with the key of the installation: what signs, what signed before, and what the receiver lets us in by.
    secret bytea,
    former_secret bytea,
    former_until timestamptz,
    token bytea,
    confirm_hash bytea not null,
    opened_at timestamptz not null,
    check ((target is null) = (secret is null)),
    check ((target is null) = (token is null))
);
create index subscription_partner on subscription (partner);

-- What happened, written in the transaction in which it happened. It gets its place afterwards, in one hand, so that
-- whoever has read up to a place has missed nothing before it; of one incident the places are in the order of the log.
create table event (
    id uuid primary key,
    sequence bigint generated always as identity,
    place bigint unique,
    type text not null,
    incident uuid not null,
    data jsonb not null,
    at timestamptz not null
);
create index event_unplaced on event (sequence) where place is null;
create index event_at on event (at);

create table last_place (
    one boolean primary key default true check (one),
    place bigint not null
);
insert into last_place (place) values (0);

create table delivery (
    subscription uuid not null references subscription (id),
    event uuid not null references event (id),
    place bigint not null,
    state text not null check (state in ('WAITING', 'DELIVERED', 'GIVEN_UP', 'WITHHELD')),
    attempts int not null default 0,
    -- The status with which it was answered last, or a code of why there was none.
    answer text,
    at timestamptz not null,
    primary key (subscription, event)
);
create index delivery_waiting on delivery (subscription, place) where state = 'WAITING';
create index delivery_given_up on delivery (subscription, place) where state = 'GIVEN_UP';
create index delivery_event on delivery (event);

-- How far the sender is with a subscription; whoever holds the lease sends.
create table sending (
    subscription uuid primary key references subscription (id),
    next_at timestamptz not null,
    leased_until timestamptz,
    failures int not null default 0,
    failing_since timestamptz
);
