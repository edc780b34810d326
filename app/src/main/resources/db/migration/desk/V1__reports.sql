-- The public counter. Nothing here is ever deleted by the desk: what was wrong is struck by a later entry.

-- From it, and from the key that a client chose for its submission, the secret of a report's link is derived, so that
-- the same submission sent again gets the same link, though only the hash of the secret is stored.
create table link_key (
    one boolean primary key default true check (one),
    key bytea not null
);
insert into link_key (key)
values (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

create table category (
    code text primary key check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
    sort int not null,
    topic text not null,
    icon text not null,
    name_en text not null,
    name_zh text not null,
    description_en text not null,
    description_zh text not null,
    keywords_en text not null,
    keywords_zh text not null,
    -- An urgent category leads to an incident of this type; 1 is life in danger, 4 is when possible.
    incident_type text,
    priority int check (priority between 1 and 4),
    answer_hours int not null check (answer_hours > 0),
    basis_en text not null,
    basis_zh text not null,
    openness text not null check (openness in ('NEIGHBOURS', 'AREA', 'BEAT', 'NEVER')),
    emergency boolean not null,
    -- Roles that may read reports of this category; empty means every role that works the desk.
    readers text[] not null default '{}',
    -- Responsible wherever it happens; null means the agency of the beat.
    agency text,
    questions jsonb not null default '[]',
    closed_at timestamptz,
    check ((incident_type is null) = (priority is null))
);

create table report (
    id uuid primary key,
    submission bytea not null unique,
    secret bytea not null unique,
    reference text not null unique,
    category text not null references category (code),
    category_sent text not null,
    agency text not null,
    beat text,
    status text not null,
    channel text not null,
    language text not null,
    received_at timestamptz not null,
    due_at timestamptz not null,
    answer_hours int not null,
    changed_at timestamptz not null,
    answered_at timestamptz,
    closed_at timestamptz,
    zone text not null,
    description text not null,
    occurred_at timestamptz,
    answers jsonb not null default '{}',
    place_text text not null,
    place_source text not null,
    latitude double precision,
    longitude double precision,
    place_approximate boolean not null,
    place_outside boolean not null,
    contact_name text,
    contact_email text,
    contact_phone text,
    name_hidden boolean not null default false,
    neighbours_may_read boolean not null,
    urgent boolean not null,
    content_hash bytea not null,
    photos int not null default 0,
    officer text,
    officer_name text,
    duplicate_of uuid references report (id),
    outcome text,
    outcome_text text,
    outcome_released_by text,
    words tsvector not null,
    check ((latitude is null) = (longitude is null))
);
create index report_received on report (received_at desc, id desc);
create index report_open on report (received_at desc, id desc)
    where status in ('RECEIVED', 'UNDERWAY', 'REOPENED');
create index report_beat on report (beat, received_at desc, id desc);
create index report_near on report (category, latitude) where latitude is not null;
create index report_changed on report (changed_at desc, id desc);
create index report_words on report using gin (words);

-- What happened to a report after it was received.
create table entry (
    id uuid primary key,
    report uuid not null references report (id),
    at timestamptz not null,
    kind text not null,
    by_kind text not null,
    by_id text not null,
    by_name text not null,
    by_role text,
    public boolean not null,
    text text,
    detail text,
    -- A fact heard from another module, which may be told twice.
    fact text unique
);
create index entry_report on entry (report, at, id);

create function keep_entry() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.text is null
        and row(new.id, new.report, new.at, new.kind, new.by_kind, new.by_id, new.by_role, new.public, new.detail, new.fact)
            is not distinct from
            row(old.id, old.report, old.at, old.kind, old.by_kind, old.by_id, old.by_role, old.public, old.detail, old.fact)
    then
        return new; -- Erasure of what a person wrote, by law; that it was written stays.
    end if;
    raise exception 'entries of a report are kept as they are';
end $$;
create trigger entry_is_kept before update or delete on entry for each row execute function keep_entry();

-- Each time a member of staff opened a report.
create table opening (
    report uuid not null references report (id),
    at timestamptz not null,
    account text not null,
    role text not null
);
create index opening_report on opening (report, at);

-- Others who said that it is the same; each has a link of their own that shows less than the reporter's.
create table follower (
    secret bytea primary key,
    report uuid not null references report (id),
    since timestamptz not null
);
create index follower_report on follower (report);

-- Re-encoded pictures; in the database so that one commit and one backup hold the report and its photos.
create table photo (
    id uuid primary key,
    draft bytea,
    report uuid references report (id),
    stored_at timestamptz not null,
    width int not null,
    height int not null,
    sha256 bytea not null,
    picture bytea not null,
    thumbnail bytea not null
);
alter table photo alter column picture set storage external;
alter table photo alter column thumbnail set storage external;
create index photo_report on photo (report) where report is not null;
create index photo_draft on photo (draft) where draft is not null;

-- What a resident has typed and not yet sent, known by the hash of a cookie.
create table draft (
    token bytea primary key,
    started_at timestamptz not null,
    saved_at timestamptz not null,
    fields jsonb not null,
    sent boolean not null default false
);
create index draft_saved on draft (saved_at);

-- One survey a report, however often it is closed.
create table survey (
    report uuid primary key references report (id),
    beat text,
    category text not null,
    agency text not null,
    asked_at timestamptz not null,
    solved text check (solved in ('YES', 'PARTLY', 'NO')),
    treated text check (treated in ('YES', 'PARTLY', 'NO')),
    answered_at timestamptz
);
create index survey_beat on survey (beat, answered_at) where answered_at is not null;

-- Who answers for a beat, and from when until when.
create table beat_officer (
    beat text not null,
    account text not null,
    name text not null,
    agency text not null,
    since timestamptz not null,
    until timestamptz,
    appointed_by text not null,
    primary key (beat, since)
);
create unique index beat_officer_now on beat_officer (beat) where until is null;
