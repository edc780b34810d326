alter table incident add column erased_at timestamptz;
create index incident_closed on incident (closed_at) where closed_at is not null and erased_at is null;

-- An entry of the log is struck once, and it can lose the words of people by law; that it was written stays.
create or replace function keep_log_entry() returns trigger language plpgsql as $$
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
    if tg_op = 'UPDATE' and new.text is null
        and new.details = old.details - '{from,to}'::text[]
        and coalesce(new.struck_reason, '') in ('', coalesce(old.struck_reason, ''))
        and row(new.id, new.incident, new.sequence, new.kind, new.unit, new.event_at, new.entered_at, new.by_id,
                new.by_name, new.struck_at, new.struck_by, new.struck_by_name)
            is not distinct from
            row(old.id, old.incident, old.sequence, old.kind, old.unit, old.event_at, old.entered_at, old.by_id,
                old.by_name, old.struck_at, old.struck_by, old.struck_by_name)
    then
        return new;
    end if;
    raise exception 'entries of the log are struck once and never changed or deleted';
end $$;
