-- Background work: who asked for it, how far it is, what came of it, and a file that came of it for a while.
create schema job;

create table job.job (
  job_id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  account_id uuid not null,
  person_name text not null,
  kind text not null,
  title text not null check (btrim(title) <> ''),
  parameters jsonb not null,
  status text not null default 'QUEUED' check (status in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
  progress_done bigint not null default 0 check (progress_done >= 0),
  -- 0: not known how much there is to do
  progress_total bigint not null default 0 check (progress_total >= 0),
  progress_text text not null default '',
  message text,
  result_path text,
  error text,
  -- counts the times that the work was begun; a run that lost its ownership is told by its number
  attempts int not null default 0,
  cancel_requested boolean not null default false,
  -- goes up with every change that a reader of the page should see
  revision bigint not null default 1,
  created_at timestamptz not null,
  started_at timestamptz,
  heartbeat_at timestamptz,
  finished_at timestamptz,
  -- when the person who started it saw the outcome
  seen_at timestamptz,
  unique (authority_id, job_id),
  check ((finished_at is not null) = (status in ('SUCCEEDED', 'FAILED', 'CANCELLED'))),
  check ((status = 'FAILED') = (error is not null))
);
create index job_by_person on job.job (authority_id, account_id, created_at desc);
create index job_by_time on job.job (authority_id, created_at desc);
create index job_finished on job.job (finished_at) where finished_at is not null;
call tenancy.protect('job', 'job');

create table job.file (
  job_id uuid primary key,
  authority_id uuid not null,
  name text not null check (btrim(name) <> ''),
  media_type text not null,
  size bigint not null,
  expires_at timestamptz not null,
  unique (authority_id, job_id),
  foreign key (authority_id, job_id) references job.job (authority_id, job_id) on delete cascade
);
create index file_expiry on job.file (expires_at);
call tenancy.protect('job', 'file');

-- In pieces, so that writing and reading a large file takes little memory and no long transaction for a slow reader.
create table job.file_chunk (
  job_id uuid not null,
  number int not null,
  authority_id uuid not null,
  content bytea not null,
  primary key (job_id, number),
  foreign key (authority_id, job_id) references job.file (authority_id, job_id) on delete cascade
);
-- Documents and spreadsheets are compressed already.
alter table job.file_chunk alter column content set storage external;
call tenancy.protect('job', 'file_chunk');

-- What is to be executed when and by which node: the table of db-scheduler, in the shape that the library asks for. It has
-- no authority and no row-level security, because every node looks in it for work of all authorities. It holds nothing
-- but the id of a job (task_instance); everything about the work is in job.job, which is protected.
create table job.scheduled_task (
  task_name text not null,
  task_instance text not null,
  task_data bytea check (task_data is null),
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_task_due on job.scheduled_task (execution_time);
create index scheduled_task_heartbeat on job.scheduled_task (last_heartbeat);
grant select, insert, update, delete on job.scheduled_task to ${app_role};
