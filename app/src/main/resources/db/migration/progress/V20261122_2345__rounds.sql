-- Progress rounds: in a round the partners of each project answer fixed questions. What is handed in is only ever added
-- to; the working copy beside it is what people write on.
create schema progress;

create table progress.round (
  round_id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  programme_id uuid not null,
  name text not null check (btrim(name) <> ''),
  -- the period that the answers are about, as the manager words it
  period text not null default '',
  deadline date not null,
  opened_at timestamptz not null,
  opened_by text not null,
  closed_at timestamptz,
  closed_by text not null default '',
  unique (authority_id, round_id),
  foreign key (authority_id, programme_id) references portfolio.programme (authority_id, programme_id)
);
create unique index round_name on progress.round (authority_id, programme_id, lower(name));
create index round_open on progress.round (authority_id, deadline) where closed_at is null;

-- topic is what a question keeps over rounds, also when a round words it differently.
create table progress.question (
  question_id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  round_id uuid not null,
  position int not null,
  question text not null check (btrim(question) <> ''),
  explanation text not null default '',
  topic text not null,
  unique (authority_id, round_id, question_id),
  foreign key (authority_id, round_id) references progress.round (authority_id, round_id)
);
create unique index question_position on progress.question (round_id, position);

-- A project in a round, with the working copy of its answers. No foreign key to the project: what was handed in outlives
-- it. Name and number are those of the day the round opened; pages show today's while the project is there.
create table progress.project_report (
  authority_id uuid not null,
  round_id uuid not null,
  project_id uuid not null,
  project_number int,
  project_name text not null,
  state text not null check (state in ('NOT_STARTED', 'DRAFT', 'HANDED_IN', 'SENT_BACK', 'ACCEPTED')),
  version int not null default 0,
  light text check (light in ('ON_COURSE', 'ATTENTION', 'STOP')),
  light_reason text not null default '',
  figures text not null default '',
  -- how often it was handed in
  submissions int not null default 0,
  handed_in_at timestamptz,
  -- what was last said when it was sent back
  remark text not null default '',
  reminded_at timestamptz,
  reminder text not null default '',
  changed_at timestamptz,
  changed_by text not null default '',
  primary key (round_id, project_id),
  unique (authority_id, round_id, project_id),
  foreign key (authority_id, round_id) references progress.round (authority_id, round_id)
);
create index project_report_by_project on progress.project_report (authority_id, project_id);
create index project_report_by_state on progress.project_report (round_id, state);

create table progress.draft_answer (
  authority_id uuid not null,
  round_id uuid not null,
  project_id uuid not null,
  question_id uuid not null,
  answer text not null,
  primary key (round_id, project_id, question_id),
  foreign key (authority_id, round_id, project_id) references progress.project_report (authority_id, round_id, project_id),
  foreign key (authority_id, round_id, question_id) references progress.question (authority_id, round_id, question_id)
);

-- Every version that was handed in. Never changed, never removed.
create table progress.submission (
  submission_id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  round_id uuid not null,
  project_id uuid not null,
  number int not null check (number > 0),
  light text not null check (light in ('ON_COURSE', 'ATTENTION', 'STOP')),
  light_reason text not null,
  figures text not null,
  handed_in_at timestamptz not null,
  account_id uuid not null,
  person_name text not null,
  unique (authority_id, round_id, submission_id),
  unique (round_id, project_id, number),
  foreign key (authority_id, round_id, project_id) references progress.project_report (authority_id, round_id, project_id)
);
create index submission_by_project on progress.submission (authority_id, project_id);

create table progress.submission_answer (
  authority_id uuid not null,
  round_id uuid not null,
  submission_id uuid not null,
  question_id uuid not null,
  answer text not null,
  primary key (submission_id, question_id),
  foreign key (authority_id, round_id, submission_id) references progress.submission (authority_id, round_id, submission_id),
  foreign key (authority_id, round_id, question_id) references progress.question (authority_id, round_id, question_id)
);

-- What people did in a round: with a project, or with the round as a whole.
create table progress.event (
  event_id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  round_id uuid not null,
  project_id uuid,
  kind text not null
    check (kind in ('OPENED', 'EXTENDED', 'CLOSED', 'ADDED', 'REMINDED', 'HANDED_IN', 'SENT_BACK', 'ACCEPTED')),
  -- the version that it is about, when it is about one
  number int check (number > 0),
  remark text not null,
  occurred_at timestamptz not null,
  account_id uuid not null,
  person_name text not null,
  foreign key (authority_id, round_id) references progress.round (authority_id, round_id)
);
create index event_by_round on progress.event (round_id, project_id, occurred_at);

call tenancy.protect('progress', 'round');
call tenancy.protect('progress', 'question');
call tenancy.protect('progress', 'project_report');
call tenancy.protect('progress', 'draft_answer');
call tenancy.protect_append_only('progress', 'submission');
call tenancy.protect_append_only('progress', 'submission_answer');
call tenancy.protect_append_only('progress', 'event');
