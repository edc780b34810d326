alter table unit drop constraint unit_call_sign_key;
create unique index unit_call_sign on unit (call_sign) where closed_at is null;
