-- What the room knows of the streets: where nobody gets through, where everything takes longer. Facts about places, read
-- by every room, so there is no second lock on them.
create table road_condition (
    id uuid primary key,
    agency text not null,
    latitude double precision not null check (latitude between -90 and 90),
    longitude double precision not null check (longitude between -180 and 180),
    metres integer not null check (metres between 1 and 20000),
    time_factor numeric(4, 1) check (time_factor between 1 and 100), -- without one the roads are closed
    place text not null,
    reason text not null,
    set_at timestamptz not null,
    until timestamptz,
    lifted_at timestamptz
);
create index road_condition_in_force on road_condition (set_at) where lifted_at is null;
