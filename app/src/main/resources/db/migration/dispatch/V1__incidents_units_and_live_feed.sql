-- From a call to a closed incident. Instants are in UTC; an incident carries the zone of its place.

-- The one table of severity: shown at entry, stored with the incident, read by every list.
create table priority (
    level smallint primary key check (level between 1 and 4),
    name text not null,
    name_zh text not null,
    -- A unit should be assigned within this time; a longer wait is overdue on the board.
    answer_within_seconds int not null check (answer_within_seconds > 0)
);
insert into priority (level, name, name_zh, answer_within_seconds) values
    (1, 'Life in danger', '生命危险', 60),
    (2, 'Immediate', '立即', 180),
    (3, 'Prompt', '尽快', 1800),
    (4, 'When possible', '有空时', 14400);

create table incident_type (
    code text primary key check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
    sort int not null,
    name text not null,
    name_zh text not null,
    priority smallint not null references priority (level),
    -- What the units sent must be able to do, together, and how many of them.
    skills text[] not null default '{}',
    units smallint not null default 1 check (units between 1 and 20),
    closed_at timestamptz
);
insert into incident_type (code, sort, name, name_zh, priority, skills, units) values
    ('person-in-danger', 10, 'Person in danger', '有人处于危险之中', 1, '{first-aid}', 2),
    ('violence', 20, 'Violence or threat', '暴力或威胁', 1, '{}', 2),
    ('domestic', 30, 'Quarrel at home', '家庭纠纷', 2, '{}', 2),
    ('fight', 40, 'Fight', '斗殴', 2, '{}', 2),
    ('burglary-in-progress', 50, 'Break-in happening now', '正在发生的入室盗窃', 1, '{}', 2),
    ('robbery', 60, 'Robbery', '抢劫', 1, '{}', 2),
    ('missing-person', 70, 'Missing person', '人员走失', 2, '{}', 1),
    ('collision-injury', 80, 'Collision with injury', '有人受伤的交通事故', 1, '{first-aid,traffic}', 1),
    ('collision', 90, 'Collision without injury', '无人受伤的交通事故', 3, '{traffic}', 1),
    ('road-danger', 100, 'Danger on the road', '道路危险', 3, '{}', 1),
    ('alarm', 110, 'Alarm', '警报', 2, '{}', 1),
    ('suspicious', 120, 'Something suspicious', '可疑情况', 3, '{}', 1),
    ('welfare-check', 130, 'Check on someone''s welfare', '上门查看平安', 2, '{}', 1),
    ('theft', 140, 'Theft', '盗窃', 3, '{}', 1),
    ('damage', 150, 'Damage', '财物损坏', 4, '{}', 1),
    ('disturbance', 160, 'Disturbance', '扰乱秩序', 3, '{}', 1),
    ('noise', 170, 'Noise', '噪音扰民', 4, '{}', 1),
    ('fire-help', 180, 'Help at a fire', '协助消防', 2, '{}', 1),
    ('medical-help', 190, 'Help at a medical emergency', '协助急救', 1, '{first-aid}', 1),
    ('animal', 200, 'Animal', '动物', 4, '{}', 1),
    ('community-visit', 210, 'Community visit', '社区走访', 4, '{}', 1),
    ('other', 900, 'Other', '其他', 3, '{}', 1);

create table disposition (
    code text primary key check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
    sort int not null,
    name text not null,
    name_zh text not null,
    -- What a resident may read of it: a code of the list of public outcomes.
    public_outcome text not null,
    closed_at timestamptz
);
insert into disposition (code, sort, name, name_zh, public_outcome) values
    ('settled', 10, 'Settled at the scene', '现场解决', 'settled-on-the-spot'),
    ('advice', 20, 'Advice given', '已提供建议', 'advice-given'),
    ('report', 30, 'Offence recorded', '已立案登记', 'offence-recorded'),
    ('arrest', 40, 'Person detained', '已拘留人员', 'offence-recorded'),
    ('no-trace', 50, 'Nothing found', '未发现情况', 'nothing-found'),
    ('false-alarm', 60, 'False alarm', '误报', 'nothing-found'),
    ('referred', 70, 'Passed to another service', '移交其他部门', 'passed-on'),
    ('no-response', 80, 'No crew needed', '无需出警', 'no-crew-needed'),
    ('duplicate', 90, 'Same as another incident', '与另一警情重复', 'joined');

create table unit_type (
    code text primary key check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
    sort int not null,
    name text not null,
    name_zh text not null,
    -- The statuses that a unit of this type owns, beside those that every unit owns.
    statuses text[] not null default '{}'
);
insert into unit_type (code, sort, name, name_zh, statuses) values
    ('patrol-car', 10, 'Patrol car', '巡逻车', '{TRANSPORTING,ON_BREAK}'),
    ('motorcycle', 20, 'Motorcycle', '摩托车', '{ON_BREAK}'),
    ('foot-patrol', 30, 'Foot patrol', '步行巡逻', '{ON_BREAK}'),
    ('bicycle', 40, 'Bicycle patrol', '自行车巡逻', '{ON_BREAK}'),
    ('dog-team', 50, 'Dog team', '警犬组', '{TRANSPORTING,ON_BREAK}'),
    ('van', 60, 'Van', '厢式警车', '{TRANSPORTING,ON_BREAK}'),
    ('supervisor', 70, 'Supervisor', '值班领导', '{}');

-- The status that units of an agency take when they come on duty.
create table duty_default (
    agency text primary key,
    status text not null
);

create table unit (
    id uuid primary key,
    call_sign text not null unique check (call_sign = lower(call_sign) and call_sign ~ '^[a-z0-9-]{1,12}$'),
    type text not null references unit_type (code),
    agency text not null,
    skills text[] not null default '{}',
    status text not null,
    status_since timestamptz not null,
    on_duty_since timestamptz,
    shift_ends_at timestamptz,
    last_contact_at timestamptz not null,
    version int not null default 1,
    closed_at timestamptz
);

-- Who is in which unit; a person is in one at most.
create table crew (
    unit uuid not null references unit (id),
    account text not null,
    name text not null,
    since timestamptz not null,
    until timestamptz
);
create unique index crew_now on crew (account) where until is null;
create index crew_unit on crew (unit) where until is null;

create table day_counter (
    day date primary key,
    last int not null
);

create table incident (
    id uuid primary key,
    day date not null,
    day_number int not null,
    number text not null unique,
    agency text not null,
    opened_by_agency text,
    status text not null,
    type text not null references incident_type (code),
    priority smallint not null references priority (level),
    summary text not null,
    location_text text not null,
    latitude double precision,
    longitude double precision,
    location_trust text not null,
    beat text,
    zone text not null,
    opened_at timestamptz not null,
    -- Since when it waits for a unit; null when one is assigned or it is closed.
    waiting_since timestamptz,
    first_assigned_at timestamptz,
    -- First arrival since it was opened or reopened.
    attended_at timestamptz,
    last_contact_at timestamptz not null,
    closed_at timestamptz,
    disposition text references disposition (code),
    close_due_at timestamptz,
    close_due_as text references disposition (code),
    -- Always the authoritative incident itself, never another duplicate.
    duplicate_of uuid references incident (id),
    last_sequence int not null default 0,
    version int not null default 1,
    words tsvector generated always as (to_tsvector('simple', summary || ' ' || location_text)) stored,
    unique (day, day_number),
    check ((latitude is null) = (longitude is null)),
    check ((status = 'CLOSED') = (closed_at is not null)),
    check ((close_due_at is null) = (close_due_as is null))
);
create index incident_open on incident (priority, opened_at) where status <> 'CLOSED';
create index incident_opened on incident (opened_at desc, id desc);
create index incident_words on incident using gin (words);
create index incident_number_of_day on incident (day_number, day desc);
create index incident_near on incident (latitude, longitude) where latitude is not null;
create index incident_place on incident (lower(location_text), opened_at desc);
create index incident_duplicates on incident (duplicate_of) where duplicate_of is not null;
create index incident_close_due on incident (close_due_at) where close_due_at is not null;

create table incident_report (
    report uuid primary key,
    incident uuid not null references incident (id),
    reference text not null
);
create index incident_report_incident on incident_report (incident);

create table call (
    id uuid primary key,
    incident uuid not null references incident (id),
    caller_name text,
    caller_phone text,
    location_text text not null,
    notes text not null,
    received_at timestamptz not null,
    entered_at timestamptz not null,
    taken_by text not null,
    taken_by_name text not null
);
create index call_incident on call (incident, received_at);

create table assignment (
    id uuid primary key,
    incident uuid not null references incident (id),
    unit uuid not null references unit (id),
    stage text not null,
    -- Order in the unit's stack: the lowest is the work it does now.
    place int not null,
    assigned_at timestamptz not null,
    assigned_by text not null,
    started_at timestamptz,
    acknowledged_at timestamptz,
    en_route_at timestamptz,
    on_scene_at timestamptz,
    transporting_at timestamptz,
    ended_at timestamptz,
    estimate_seconds int,
    estimate_by_road boolean,
    check ((stage in ('CLEARED', 'CANCELLED')) = (ended_at is not null))
);
create unique index assignment_once on assignment (unit, incident) where ended_at is null;
create unique index assignment_current on assignment (unit) where ended_at is null and stage <> 'STACKED';
create index assignment_incident on assignment (incident);

create table log_entry (
    id uuid primary key,
    incident uuid not null references incident (id),
    sequence int not null,
    kind text not null,
    -- What the fact was about, as codes and numbers; words of people stand in the text.
    details jsonb not null default '{}',
    text text,
    unit uuid references unit (id),
    event_at timestamptz not null,
    entered_at timestamptz not null,
    by_id text not null,
    by_name text not null,
    struck_at timestamptz,
    struck_by text,
    struck_by_name text,
    struck_reason text,
    unique (incident, sequence),
    check ((struck_at is null) = (struck_reason is null))
);

create function keep_log_entry() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.struck_at is null and new.struck_at is not null
        and row(new.id, new.incident, new.sequence, new.kind, new.details, new.text, new.unit, new.event_at,
                new.entered_at, new.by_id, new.by_name)
            is not distinct from
            row(old.id, old.incident, old.sequence, old.kind, old.details, old.text, old.unit, old.event_at,
                old.entered_at, old.by_id, old.by_name)
    then
        return new;
    end if;
    raise exception 'entries of the log are struck once and never changed or deleted';
end $$;
create trigger keep_log_entry before update or delete on log_entry for each row execute function keep_log_entry();

-- What was answered to a command, so that the same command sent again has one effect and the same answer.
create table command (
    actor text not null,
    key text not null,
    content_hash bytea not null,
    answer jsonb,
    at timestamptz not null,
    primary key (actor, key)
);
create index command_at on command (at);

-- The live feed. Its numbers are given out under the lock of one row, last of all before the commit: whoever has seen
-- a number has seen every lower one, on every server and after every restart.
create table feed (
    one boolean primary key default true check (one),
    last bigint not null
);
insert into feed (last) values (0);

create table change (
    sequence bigint primary key,
    kind text not null check (kind in ('INCIDENT', 'UNIT')),
    subject uuid not null,
    -- Agencies that may have to know, by the state before and after.
    agencies text[] not null,
    at timestamptz not null
);
create index change_at on change (at);

-- Last known positions, written now and then; the newest are in memory.
create table last_position (
    unit uuid primary key references unit (id),
    latitude double precision not null,
    longitude double precision not null,
    accuracy_metres double precision,
    speed_mps double precision,
    heading_degrees double precision,
    at timestamptz not null,
    received_at timestamptz not null
);
create index last_position_received on last_position (received_at);

create table device (
    id uuid primary key,
    unit uuid not null references unit (id),
    name text not null,
    -- What the device calls itself in protocols that send an id.
    device_key text not null unique,
    token_hash bytea not null unique,
    issued_at timestamptz not null,
    revoked_at timestamptz
);

-- Whether two agencies are in one line of the tree: one answers for the other, or must know of it.
create function related(a text, b text) returns boolean language sql immutable parallel safe as $$
    select a = b or starts_with(a, b || '/') or starts_with(b, a || '/')
$$;

-- Whether an agency is the other or stands below it.
create function within(a text, b text) returns boolean language sql immutable parallel safe as $$
    select a = b or starts_with(a, b || '/')
$$;
