-- Who reads an incident beside the responsible agency: whoever opened it, sent a unit, or kept reading when it handed it
-- over. Kept with the incident, so that one look at one row says who sees it. And the people to whom it is limited.
alter table incident
    add shared_with text[] not null default '{}',
    add named text[] check (cardinality(named) > 0);

update incident i set shared_with = array(
    select i.opened_by_agency where i.opened_by_agency is not null
    union select u.agency from assignment a join unit u on u.id = a.unit
        where a.incident = i.id and u.agency <> i.agency);

-- Whichever way a unit comes to an incident, its agency sees from then on what its crew works on.
create function share_with_sender() returns trigger language plpgsql as $$
begin
    update dispatch.incident i set shared_with = i.shared_with || u.agency
    from dispatch.unit u
    where u.id = new.unit and i.id = new.incident and u.agency <> i.agency and not u.agency = any (i.shared_with);
    return null;
end $$;
create trigger share_with_sender after insert on assignment for each row execute function share_with_sender();
