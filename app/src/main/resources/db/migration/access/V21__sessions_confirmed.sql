-- When the person last proved who they are, and by what; dangerous acts ask for it again after a while.
alter table session
    add confirmed_at timestamptz,
    add means text not null default 'password',
    add second_factor boolean not null default false;

update session set confirmed_at = started_at;

alter table session alter column confirmed_at set not null;
