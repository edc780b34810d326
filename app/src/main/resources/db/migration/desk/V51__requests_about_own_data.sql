-- What a person asks about their own data, each with its own clock, and what became of it.
create table data_request (
    id uuid primary key,
    report uuid not null references report (id),
    kind text not null check (kind in ('COPY', 'CORRECTION', 'ERASURE')),
    asked_at timestamptz not null,
    due_at timestamptz not null,
    text text not null,
    status text not null check (status in ('OPEN', 'PROPOSED', 'DONE', 'REFUSED', 'WITHDRAWN')),
    proposal uuid,
    decided_at timestamptz,
    decided_by text,
    decided_by_name text,
    decision_text text,
    available_until timestamptz,
    check ((status in ('DONE', 'REFUSED', 'WITHDRAWN')) = (decided_at is not null))
);
create index data_request_report on data_request (report, asked_at);
create index data_request_open on data_request (due_at) where status in ('OPEN', 'PROPOSED');
create unique index data_request_once on data_request (report, kind)
    where status in ('OPEN', 'PROPOSED') and kind <> 'CORRECTION';

-- What was sent stands nowhere else from now on: a draft that was sent only leads to its report.
update draft set fields = jsonb_build_object(
    'category', fields -> 'category',
    'place', jsonb_build_object('typed', '', 'latitude', null, 'longitude', null, 'source', 'DESCRIPTION',
        'approximate', true, 'beat', null, 'settled', false),
    'details', jsonb_build_object('description', '', 'day', '', 'time', '', 'answers', jsonb_build_object(),
        'neighboursMayRead', true, 'settled', false),
    'person', jsonb_build_object('name', '', 'email', '', 'phone', '', 'nameHidden', false),
    'sent', true)
where sent;

alter table report add column erased_at timestamptz;
create index report_closed on report (closed_at) where closed_at is not null and erased_at is null;

-- What was asked about a report is seen with it.
alter table data_request enable row level security;
create policy for_system on data_request to openbeat_system using (true) with check (true);
create policy for_person on data_request for select to openbeat_app using (
    exists (select from desk.report r where r.id = report));
