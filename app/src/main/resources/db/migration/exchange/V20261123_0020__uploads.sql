-- A file somebody brought, between looking at what it would change and storing it. Gone after that, or after a day.
create schema exchange;

create table exchange.upload (
  upload_id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  programme_id uuid not null,
  account_id uuid not null,
  file_name text not null,
  content bytea not null,
  uploaded_at timestamptz not null,
  foreign key (authority_id, programme_id) references portfolio.programme (authority_id, programme_id)
);
create index upload_by_account on exchange.upload (authority_id, account_id);

call tenancy.protect('exchange', 'upload');
