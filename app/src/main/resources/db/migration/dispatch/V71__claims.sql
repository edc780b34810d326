-- Who has an incident in hand. Two dispatchers look at the same call: the second is told of the first, and takes it over
-- on purpose or leaves it.
alter table incident
    add claimed_by text,
    add claimed_by_name text,
    add claimed_at timestamptz,
    add check ((claimed_by is null) = (claimed_at is null) and (claimed_by is null) = (claimed_by_name is null));
