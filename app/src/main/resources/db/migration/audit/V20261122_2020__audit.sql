-- Who read, searched, changed or exported what and when: one entry per request. The application can add and read.
create schema audit;
create table audit.entry (
  entry_id bigint generated always as identity primary key,
  -- null for what happens before somebody is known: a refused request without a session, a failed sign-in
  authority_id uuid,
  occurred_at timestamptz not null,
  account_id uuid,
  person_name text not null,
  action text not null,
  subject text not null,
  object_id text,
  outcome text not null check (outcome in ('SUCCEEDED', 'REFUSED', 'NOT_FOUND', 'INVALID', 'FAILED')),
  http_method text not null,
  path text not null,
  status int not null,
  client_address text,
  detail text
);
create index entry_by_time on audit.entry (authority_id, occurred_at desc, entry_id desc);
create index entry_by_person on audit.entry (authority_id, account_id, occurred_at desc);
create index entry_by_object on audit.entry (authority_id, object_id, occurred_at desc) where object_id is not null;
call tenancy.protect_append_only('audit', 'entry');
