-- How a dataset gets its rows by itself: from where, on whose behalf, when again, and what came of it last.
create table source.supply (
  dataset_id uuid primary key,
  authority_id uuid not null,
  -- which table or file, and what of it
  wanted jsonb not null,
  -- who set it: the work is done on behalf of this person, and ends when the person may no longer do it
  account_id uuid not null,
  person_name text not null,
  state text not null check (state in ('PLANNED', 'FETCHING', 'CHECKING', 'WAITING', 'FAILED', 'DONE', 'STOPPED')),
  -- what came of the last time, for people
  message text not null,
  -- when it is fetched again; null where it is not by itself
  due_at timestamptz,
  -- in a row; each makes the wait longer
  failures int not null default 0 check (failures >= 0),
  job_id uuid,
  -- the file that is being checked or waits for a decision; it may be gone
  import_id uuid,
  -- the columns with their units, as they were first: other ones are not read as if they were the same
  columns text[] not null,
  -- of the file that was last brought in, and the definition at that moment
  file_hash text not null,
  file_revision int not null,
  tried_at timestamptz,
  -- when something came of it
  fetched_at timestamptz,
  changed_at timestamptz not null,
  foreign key (authority_id, dataset_id) references source.dataset (authority_id, dataset_id) on delete cascade,
  check (state <> 'STOPPED' or due_at is null)
);
create index supply_to_do on source.supply (due_at) where state <> 'STOPPED';
call tenancy.protect('source', 'supply');
