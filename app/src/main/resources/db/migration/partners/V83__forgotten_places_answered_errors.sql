-- The highest place of an event that was deleted. Events that still wait keep lower places here, so the lowest place that
-- is left does not say it. Places have no gaps but those of deleted events.
alter table last_place add column forgotten bigint not null default 0;
update last_place l set forgotten = coalesce(
    (select max(before.place)
        from (select e.place - 1 as place from event e where e.place > 1 union all select l.place) before
        where before.place > 0 and not exists (select from event e where e.place = before.place)),
    0);

-- How often the receiver answered with an error. Attempts count also those that nobody answered.
alter table delivery add column errors int not null default 0;
