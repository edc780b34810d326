-- The ledger names the rows that it proves.
alter table opening add id bigint generated always as identity primary key;
