-- Random samples of finished work. What is drawn from and the server's secret are fixed when a draw is announced; the
-- ledger has the root over the ids and the hash of the secret from then on.
create table draw (
    id uuid primary key,
    drawn_from text not null,
    begins_at timestamptz not null,
    ends_at timestamptz not null,
    size int not null check (size > 0),
    -- Ascending; they tell nothing of what they name.
    population uuid[] not null,
    secret bytea not null check (length(secret) = 32),
    announced_by uuid not null,
    announced_by_name text not null,
    announced_at timestamptz not null,
    -- What the second person added; null until it was drawn.
    words text,
    drawn_by uuid,
    drawn_by_name text,
    drawn_at timestamptz,
    check ((words is null) = (drawn_at is null) and (drawn_by is null) = (drawn_at is null)),
    check (drawn_by <> announced_by)
);
create index draw_newest on draw (announced_at);

create table sampled (
    draw uuid not null references draw (id),
    number int not null,
    item uuid not null,
    -- The thing that it is about: when its data are erased, so is what reviewers wrote of it.
    about_kind text not null,
    about_id text not null,
    primary key (draw, number)
);
create index sampled_about on sampled (about_id);

-- Two a thing; marks are final.
create table review (
    draw uuid not null,
    number int not null,
    reviewer uuid not null,
    reviewer_name text not null,
    remark text,
    given_at timestamptz,
    primary key (draw, number, reviewer),
    foreign key (draw, number) references sampled (draw, number),
    check ((remark is null) = (given_at is null))
);

create table mark (
    draw uuid not null,
    number int not null,
    reviewer uuid not null,
    question text not null,
    mark text not null,
    primary key (draw, number, reviewer, question),
    foreign key (draw, number, reviewer) references review (draw, number, reviewer)
);
