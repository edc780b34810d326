-- Agencies that read a report beside the responsible one, and the people to whom it is limited (null: to nobody).
alter table report
    add shared_with text[] not null default '{}',
    add named text[] check (cardinality(named) > 0);
