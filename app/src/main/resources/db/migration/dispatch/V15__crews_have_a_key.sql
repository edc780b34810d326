-- The ledger names the rows that it proves.
alter table crew add id bigint generated always as identity primary key;
