-- Calls for applications: what a call asks and is scored on, the applications with each version handed in, the
-- assessments, and the decisions. Each foreign key carries authority_id, so that a row can never point into another
-- authority. What was handed in, decided or happened is append-only.
create schema call;

create table call.invitation (
  call_id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  programme_id uuid not null,
  -- as it was called when the call was made: applicants may not read the portfolio
  programme_name text not null,
  title text not null check (btrim(title) <> ''),
  description text not null default '',
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  budget numeric(14, 2) check (budget >= 0),
  stage text not null check (stage in ('DRAFT', 'PUBLISHED', 'ASSESSED')),
  form_version int not null default 1,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  unique (authority_id, call_id),
  check (closes_at > opens_at),
  foreign key (authority_id, programme_id) references portfolio.programme (authority_id, programme_id)
);
create index invitation_by_programme on call.invitation (authority_id, programme_id);

-- The questions of a call. A new version never changes what was asked of an application that was handed in before.
create table call.form (
  authority_id uuid not null,
  call_id uuid not null,
  version int not null,
  fields jsonb not null,
  made_at timestamptz not null,
  made_by text not null,
  primary key (call_id, version),
  foreign key (authority_id, call_id) references call.invitation (authority_id, call_id)
);

create table call.criterion (
  criterion_id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  call_id uuid not null,
  position int not null,
  name text not null check (btrim(name) <> ''),
  explanation text not null default '',
  kind text not null check (kind in ('SCALE', 'YES_NO')),
  scale_max int not null check (scale_max > 0),
  low_label text not null default '',
  high_label text not null default '',
  weight numeric(6, 2) not null check (weight >= 0),
  unique (authority_id, criterion_id),
  foreign key (authority_id, call_id) references call.invitation (authority_id, call_id)
);
create index criterion_by_call on call.criterion (authority_id, call_id, position);

create table call.assessor (
  authority_id uuid not null,
  call_id uuid not null,
  account_id uuid not null,
  name text not null,
  primary key (call_id, account_id),
  foreign key (authority_id, call_id) references call.invitation (authority_id, call_id)
);
create index assessor_by_account on call.assessor (authority_id, account_id);

-- The answers here are those that the applicant works on; what counts is the last submission.
create table call.application (
  application_id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  call_id uuid not null,
  partner_id uuid not null,
  partner_name text not null,
  name text not null,
  state text not null check (state in ('DRAFT', 'HANDED_IN', 'RETURNED', 'WITHDRAWN')),
  form_version int not null,
  answers jsonb not null,
  -- whether the answers differ from the last submission
  edited boolean not null,
  submissions int not null default 0,
  remark text not null default '',
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  unique (authority_id, application_id),
  foreign key (authority_id, call_id) references call.invitation (authority_id, call_id),
  foreign key (authority_id, partner_id) references organisation.partner (authority_id, partner_id)
);
create index application_by_call on call.application (authority_id, call_id);
create index application_by_partner on call.application (authority_id, partner_id);

create table call.submission (
  authority_id uuid not null,
  application_id uuid not null,
  number int not null,
  form_version int not null,
  name text not null,
  answers jsonb not null,
  requested numeric(14, 2),
  handed_in_at timestamptz not null,
  handed_in_by text not null,
  primary key (application_id, number),
  foreign key (authority_id, application_id) references call.application (authority_id, application_id)
);

create table call.event (
  event_id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  application_id uuid not null,
  kind text not null check (kind in ('STARTED', 'HANDED_IN', 'RETURNED', 'WITHDRAWN', 'AWARDED', 'REFUSED')),
  occurred_at timestamptz not null,
  person_name text not null,
  remark text not null default '',
  foreign key (authority_id, application_id) references call.application (authority_id, application_id)
);
create index event_by_application on call.event (authority_id, application_id, occurred_at);

-- One assessor's view of one application; handed in it can be seen by the other assessors and no longer changed.
create table call.assessment (
  authority_id uuid not null,
  application_id uuid not null,
  account_id uuid not null,
  name text not null,
  submission int not null,
  advice text not null default '',
  version int not null default 1,
  changed_at timestamptz not null,
  handed_in_at timestamptz,
  primary key (application_id, account_id),
  unique (authority_id, application_id, account_id),
  foreign key (authority_id, application_id) references call.application (authority_id, application_id)
);

create table call.score (
  authority_id uuid not null,
  application_id uuid not null,
  account_id uuid not null,
  criterion_id uuid not null,
  -- on a scale from 1; for yes or no 1 is yes and 0 is no; null while not filled in
  value int check (value >= 0),
  reference text not null default '',
  argument text not null default '',
  primary key (application_id, account_id, criterion_id),
  foreign key (authority_id, application_id, account_id)
    references call.assessment (authority_id, application_id, account_id) on delete cascade,
  foreign key (authority_id, criterion_id) references call.criterion (authority_id, criterion_id)
);

-- project_id has no foreign key: the project may be taken out of the portfolio, the decision stays.
create table call.decision (
  authority_id uuid not null,
  application_id uuid primary key,
  outcome text not null check (outcome in ('AWARDED', 'REFUSED')),
  amount numeric(14, 2) check (amount >= 0),
  conditions text not null default '',
  reason text not null default '',
  project_id uuid,
  decided_at timestamptz not null,
  decided_by text not null,
  check ((outcome = 'AWARDED') = (project_id is not null)),
  foreign key (authority_id, application_id) references call.application (authority_id, application_id)
);

call tenancy.protect('call', 'invitation');
call tenancy.protect_append_only('call', 'form');
call tenancy.protect('call', 'criterion');
call tenancy.protect('call', 'assessor');
call tenancy.protect('call', 'application');
call tenancy.protect_append_only('call', 'submission');
call tenancy.protect_append_only('call', 'event');
call tenancy.protect('call', 'assessment');
call tenancy.protect('call', 'score');
call tenancy.protect_append_only('call', 'decision');
