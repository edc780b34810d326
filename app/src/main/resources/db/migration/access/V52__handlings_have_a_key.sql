-- The ledger names rows by their key.
alter table account_handling add id bigint generated always as identity primary key;
