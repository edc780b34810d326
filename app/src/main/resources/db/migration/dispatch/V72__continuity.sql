-- Working on paper, and coming back from it. Cards are numbered for each agency, once and for all: a number that is not
-- entered afterwards is a call that nobody knows of, and one that is entered twice is a call that is counted twice.
create table card_batch (
    id uuid primary key,
    agency text not null,
    first_card int not null check (first_card > 0),
    last_card int not null,
    printed_at timestamptz not null,
    printed_by text not null,
    printed_by_name text not null,
    check (last_card >= first_card),
    unique (agency, first_card)
);

create table card_entry (
    id uuid primary key,
    agency text not null,
    card int not null check (card > 0),
    incident uuid not null references incident (id),
    -- When the call came, as the card says; and when somebody typed it in.
    happened_at timestamptz not null,
    entered_at timestamptz not null,
    entered_by text not null,
    entered_by_name text not null
);
create index card_entry_number on card_entry (agency, card);
create index card_entry_incident on card_entry (incident);

-- Cards that were spoilt or came back blank.
create table card_aside (
    id uuid primary key,
    agency text not null,
    card int not null,
    reason text not null,
    at timestamptz not null,
    by_id text not null,
    by_name text not null,
    unique (agency, card)
);

create table outage (
    id uuid primary key,
    agency text not null,
    began_at timestamptz not null,
    ended_at timestamptz not null,
    -- The first card that was taken from the pile, and the last.
    first_card int not null check (first_card > 0),
    last_card int not null,
    noted_at timestamptz not null,
    by_id text not null,
    by_name text not null,
    check (ended_at >= began_at),
    check (last_card >= first_card)
);
create index outage_agency on outage (agency, began_at desc);

create table phone (
    id uuid primary key,
    agency text not null,
    place int not null,
    name text not null,
    number text not null,
    unique (agency, place)
);

do $$
declare
    part text;
begin
    foreach part in array array['card_batch', 'card_entry', 'card_aside', 'outage', 'phone'] loop
        execute format('alter table dispatch.%I enable row level security', part);
        execute format('create policy for_system on dispatch.%I to openbeat_system using (true) with check (true)', part);
        execute format('create policy for_person on dispatch.%I for select to openbeat_app using '
            '(agency = (select current_setting(''openbeat.agency'', true)))', part);
    end loop;
end $$;
