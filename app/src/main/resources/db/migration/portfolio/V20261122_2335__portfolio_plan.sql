-- What a plan says besides a budget and a list of projects: funds, national action lines, points answered with yes or no;
-- and per project its plan, intended effects, relations, lessons per criterion and how it goes.

-- Money that a programme gets from elsewhere. Its shares say how it is made up: per year, per giver, or both.
create table portfolio.fund (
  authority_id uuid not null,
  programme_id uuid not null,
  position int not null,
  name text not null check (btrim(name) <> ''),
  total numeric(14, 2) check (total >= 0),
  total_qualifier portfolio.qualifier not null default 'EXACT',
  -- whether it is part of the budget of the programme; a national total that is only named is not
  in_budget boolean not null,
  note text not null default '',
  primary key (programme_id, position),
  unique (authority_id, programme_id, position),
  foreign key (authority_id, programme_id) references portfolio.programme (authority_id, programme_id) on delete cascade
);

create table portfolio.fund_share (
  authority_id uuid not null,
  programme_id uuid not null,
  position int not null,
  fund_position int not null,
  period_start portfolio.date_part,
  period_end portfolio.date_part,
  period_run_out portfolio.date_part,
  period_text text not null default '',
  giver text not null default '',
  amount numeric(14, 2),
  amount_qualifier portfolio.qualifier not null default 'EXACT',
  primary key (programme_id, position),
  foreign key (authority_id, programme_id, fund_position)
    references portfolio.fund (authority_id, programme_id, position) on delete cascade
);

-- Lines of a national programme that projects contribute to; a project may point at several.
create table portfolio.action_line (
  authority_id uuid not null,
  programme_id uuid not null,
  number int not null check (number > 0),
  text text not null check (btrim(text) <> ''),
  primary key (programme_id, number),
  foreign key (authority_id, programme_id) references portfolio.programme (authority_id, programme_id) on delete cascade
);

-- A point that the programme must meet, answered with yes or no and a reference; null while it is not answered.
create table portfolio.requirement (
  authority_id uuid not null,
  programme_id uuid not null,
  position int not null,
  what text not null check (btrim(what) <> ''),
  answer boolean,
  reference text not null default '',
  note text not null default '',
  primary key (programme_id, position),
  foreign key (authority_id, programme_id) references portfolio.programme (authority_id, programme_id) on delete cascade
);

alter table portfolio.project
  add column action_lines int[] not null default '{}',
  add column theoretical_basis text not null default '',
  add column monitoring text[] not null default '{}',
  add column end_product text not null default '',
  add column circle_step text,
  add column chain_place text not null default '',
  -- the newest status report, so that an overview need not look for it
  add column light text,
  add column light_reason text not null default '',
  add column light_on date,
  -- how many checks a project fails, counted when it is saved; an older version is counted anew at the start
  add column contradictions int not null default 0,
  add column gaps int not null default 0,
  add column checks_version int not null default 0;
create index project_with_contradictions on portfolio.project (authority_id, programme_id) where contradictions > 0;
create index project_unchecked on portfolio.project (checks_version);

alter table portfolio.result add column previous_at portfolio.date_part;

alter table portfolio.decision
  add column destination_project_id uuid,
  add foreign key (authority_id, destination_project_id)
    references portfolio.project (authority_id, project_id) on delete set null (destination_project_id);

-- Where a project works; the code is filled in when the name is that of a municipality.
create table portfolio.project_area (
  authority_id uuid not null,
  project_id uuid not null,
  position int not null,
  name text not null check (btrim(name) <> ''),
  municipality_code text check (municipality_code ~ '^[0-9]{4}$'),
  period_start portfolio.date_part,
  period_end portfolio.date_part,
  period_run_out portfolio.date_part,
  period_text text not null default '',
  note text not null default '',
  primary key (project_id, position),
  foreign key (authority_id, project_id) references portfolio.project (authority_id, project_id) on delete cascade
);

create table portfolio.intended_effect (
  authority_id uuid not null,
  project_id uuid not null,
  position int not null,
  what text not null check (btrim(what) <> ''),
  target_number numeric,
  target_high numeric,
  target_qualifier portfolio.qualifier not null default 'EXACT',
  target_text text,
  target_boolean boolean,
  unit text not null default '',
  target_at portfolio.date_part,
  baseline_number numeric,
  baseline_high numeric,
  baseline_qualifier portfolio.qualifier not null default 'EXACT',
  baseline_text text,
  baseline_boolean boolean,
  baseline_at portfolio.date_part,
  note text not null default '',
  primary key (project_id, position),
  check (num_nonnulls(target_number, target_text, target_boolean) <= 1),
  check (num_nonnulls(baseline_number, baseline_text, baseline_boolean) <= 1),
  foreign key (authority_id, project_id) references portfolio.project (authority_id, project_id) on delete cascade
);

-- A relation is kept with one project and shown with both. The name stays when the other project is removed.
create table portfolio.project_relation (
  authority_id uuid not null,
  project_id uuid not null,
  position int not null,
  kind text not null,
  other_project_id uuid,
  other_name text not null check (btrim(other_name) <> ''),
  note text not null default '',
  primary key (project_id, position),
  check (other_project_id <> project_id),
  foreign key (authority_id, project_id) references portfolio.project (authority_id, project_id) on delete cascade,
  foreign key (authority_id, other_project_id)
    references portfolio.project (authority_id, project_id) on delete set null (other_project_id)
);
create index project_relation_by_other on portfolio.project_relation (authority_id, other_project_id);

create table portfolio.criterion_lesson (
  authority_id uuid not null,
  project_id uuid not null,
  position int not null,
  criterion text not null check (btrim(criterion) <> ''),
  lesson text not null check (btrim(lesson) <> ''),
  primary key (project_id, position),
  foreign key (authority_id, project_id) references portfolio.project (authority_id, project_id) on delete cascade
);

-- How a project goes, each time it is reported. No foreign key to the project: like its history this outlives it.
create table portfolio.status_report (
  status_report_id uuid primary key default gen_random_uuid(),
  authority_id uuid not null references organisation.authority,
  project_id uuid not null,
  reported_on date not null,
  light text not null check (light in ('ON_COURSE', 'ATTENTION', 'STOP')),
  reason text not null default '',
  state text not null,
  recorded_at timestamptz not null,
  account_id uuid,
  person_name text not null
);
create index status_report_by_project on portfolio.status_report (authority_id, project_id, reported_on desc, recorded_at desc);

call tenancy.protect('portfolio', 'fund');
call tenancy.protect('portfolio', 'fund_share');
call tenancy.protect('portfolio', 'action_line');
call tenancy.protect('portfolio', 'requirement');
call tenancy.protect('portfolio', 'project_area');
call tenancy.protect('portfolio', 'intended_effect');
call tenancy.protect('portfolio', 'project_relation');
call tenancy.protect('portfolio', 'criterion_lesson');
call tenancy.protect_append_only('portfolio', 'status_report');
