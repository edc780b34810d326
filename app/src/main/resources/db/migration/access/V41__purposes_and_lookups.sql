-- Why a member of staff reads the data of persons: a purpose tied to an open item, for a limited time.
create table purpose (
    id uuid primary key,
    account text not null,
    role text not null,
    agency text not null,
    kind text not null,
    item_kind text,
    item_id text,
    item_reference text,
    -- The one thing that it opens, as kind:id; null where it opens what the work on its item needs.
    covers text,
    covers_label text,
    stated_at timestamptz not null,
    ends_at timestamptz not null,
    ended_at timestamptz,
    -- Break glass: said in a hurry, and justified afterwards.
    reason text,
    justify_by timestamptz,
    justified_at timestamptz,
    justification text,
    check ((kind = 'BREAK_GLASS') = (justify_by is not null)),
    check (kind = 'BREAK_GLASS' or item_id is not null)
);
create index purpose_account on purpose (account, ends_at desc);
create index purpose_glass on purpose (stated_at desc) where kind = 'BREAK_GLASS';

-- The access records: each time that someone of staff read, sought or took away data of persons.
create table lookup (
    id uuid primary key,
    at timestamptz not null,
    account text not null,
    role text not null,
    agency text not null,
    act text not null,
    subject_kind text not null,
    subject_id text not null,
    label text not null,
    -- Whose data it was besides, as kind:id: the reports that led to an incident.
    concerns text[] not null default '{}',
    fields text[] not null default '{}',
    basis text not null,
    purpose uuid references purpose (id),
    purpose_kind text,
    flags text[] not null default '{}',
    words text,
    found integer,
    fingerprint text
);
create index lookup_at on lookup (at desc, id desc);
create index lookup_account on lookup (account, at desc);
create index lookup_subject on lookup (subject_kind, subject_id, at);
create index lookup_purpose on lookup (purpose) where purpose is not null;
create index lookup_flagged on lookup (at desc, id desc) where flags <> '{}';

create function keep_lookup() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.words is null
        and to_jsonb(new) - 'words' is not distinct from to_jsonb(old) - 'words'
    then
        return new; -- Erasure by law of what was sought; that it was sought stays.
    end if;
    raise exception 'access records are kept as they are';
end $$;
create trigger lookup_is_kept before update or delete on lookup for each row execute function keep_lookup();

-- What a member of staff must be told on every page until they have seen it.
create table notice (
    id uuid primary key,
    account text not null,
    purpose uuid not null references purpose (id),
    at timestamptz not null,
    seen_at timestamptz
);
create index notice_unseen on notice (account) where seen_at is null;
