-- Care as message traffic tells it: the messages that were read, the facts in them, and what follows from all facts together
-- (episodes, spending). Persons are pseudonyms; names and addresses are not here.
create schema care;

-- A file that was read, once per content. Also what was refused: then without facts.
create table care.message (
  message_id uuid primary key,
  authority_id uuid not null,
  -- keyed, so that a file of which somebody knows all but one number cannot be guessed
  file_code bytea not null,
  file_name text not null,
  size bigint not null,
  verdict text not null check (verdict in ('ACCEPTED', 'REFUSED', 'NO_MESSAGE')),
  law text check (law in ('YOUTH', 'SOCIAL_SUPPORT')),
  kind text,
  sender text,
  receiver text,
  municipality text,
  provider text,
  identification text,
  message_date date,
  finding_count bigint not null,
  fact_count bigint not null,
  answer_file_id uuid,
  received_at timestamptz not null,
  account_id uuid not null,
  person_name text not null,
  unique (authority_id, message_id),
  unique (authority_id, file_code),
  check (verdict <> 'ACCEPTED' or (law is not null and kind is not null and message_date is not null))
);
create index message_by_time on care.message (authority_id, received_at desc);
create index message_by_identification on care.message (authority_id, law, provider, kind, identification);
call tenancy.protect('care', 'message');

create table care.finding (
  message_id uuid not null,
  number int not null,
  authority_id uuid not null,
  rule text not null,
  return_code text,
  path text not null,
  place text not null,
  value text,
  explanation text not null,
  primary key (message_id, number),
  foreign key (authority_id, message_id) references care.message (authority_id, message_id) on delete cascade
);
call tenancy.protect('care', 'finding');

create table care.allocation (
  message_id uuid not null,
  ordinal int not null,
  authority_id uuid not null,
  person_id uuid not null,
  allocation_number bigint not null,
  provider_reference text,
  category text,
  code text,
  decided_on date not null,
  decided_at time not null,
  valid_from date not null,
  valid_until date,
  change_reason text,
  volume bigint,
  volume_unit text,
  volume_frequency text,
  budget_cents bigint,
  birth_year int,
  area text,
  primary key (message_id, ordinal),
  foreign key (authority_id, message_id) references care.message (authority_id, message_id) on delete cascade
);
create index allocation_by_person on care.allocation (authority_id, person_id);
call tenancy.protect('care', 'allocation');

create table care.request (
  message_id uuid not null,
  ordinal int not null,
  authority_id uuid not null,
  person_id uuid not null,
  reference text not null,
  referrer_type text,
  birth_year int,
  primary key (message_id, ordinal),
  foreign key (authority_id, message_id) references care.message (authority_id, message_id) on delete cascade
);
create index request_by_person on care.request (authority_id, person_id);
call tenancy.protect('care', 'request');

-- A start (without end and reason) or a stop, or the removal of one.
create table care.delivery (
  message_id uuid not null,
  ordinal int not null,
  authority_id uuid not null,
  person_id uuid not null,
  allocation_number bigint,
  category text,
  code text,
  begin_on date not null,
  end_on date,
  end_reason text,
  removal boolean not null,
  birth_year int,
  primary key (message_id, ordinal),
  foreign key (authority_id, message_id) references care.message (authority_id, message_id) on delete cascade,
  check ((end_on is null) = (end_reason is null))
);
create index delivery_by_person on care.delivery (authority_id, person_id);
call tenancy.protect('care', 'delivery');

create table care.declaration (
  message_id uuid primary key,
  authority_id uuid not null,
  number text not null,
  total_cents bigint not null,
  foreign key (authority_id, message_id) references care.message (authority_id, message_id) on delete cascade
);
call tenancy.protect('care', 'declaration');

create table care.line (
  message_id uuid not null,
  ordinal bigint not null,
  authority_id uuid not null,
  person_id uuid not null,
  law text not null,
  provider text not null,
  reference text not null,
  previous_reference text,
  allocation_number bigint not null,
  category text not null,
  code text not null,
  month date not null,
  cents bigint not null,
  -- whether another line carries the same reference: then the rules decide which one holds
  repeated boolean not null default false,
  primary key (message_id, ordinal),
  foreign key (authority_id, message_id) references care.message (authority_id, message_id) on delete cascade
);
create index line_by_reference on care.line (authority_id, law, provider, reference);
create index line_repeated on care.line (authority_id, law, provider, reference) where repeated;
call tenancy.protect('care', 'line');

create table care.answer (
  message_id uuid primary key,
  authority_id uuid not null,
  law text not null,
  provider text not null,
  declaration_message text not null,
  declaration_number text,
  whole boolean not null,
  granted_cents bigint,
  foreign key (authority_id, message_id) references care.message (authority_id, message_id) on delete cascade
);
create index answer_by_declaration on care.answer (authority_id, law, provider, declaration_message);
call tenancy.protect('care', 'answer');

create table care.rejected_line (
  message_id uuid not null,
  reference text not null,
  authority_id uuid not null,
  primary key (message_id, reference),
  foreign key (authority_id, message_id) references care.message (authority_id, message_id) on delete cascade
);
call tenancy.protect('care', 'rejected_line');

-- What follows from all facts of a person at a provider. Made anew in the transaction that brings a fact.
create table care.episode (
  authority_id uuid not null,
  person_id uuid not null,
  law text not null,
  municipality text not null,
  provider text not null,
  ordinal int not null,
  allocations bigint[] not null,
  category text,
  code text,
  help_record text,
  help_form text,
  -- without the day of looking: one that is allocated or runs while its allocation is over is told by the dates
  state text not null check (state in ('ALLOCATED', 'RUNNING', 'PAUSED', 'ENDED')),
  requested_on date,
  decided_on date,
  allocated_from date,
  allocated_until date,
  begin_on date,
  end_on date,
  end_reason text,
  restart boolean not null,
  referrer_type text,
  birth_year int,
  area text,
  primary key (authority_id, person_id, law, municipality, provider, ordinal)
);
create index episode_by_begin on care.episode (authority_id, law, begin_on);
call tenancy.protect('care', 'episode');

create table care.pause (
  authority_id uuid not null,
  person_id uuid not null,
  law text not null,
  municipality text not null,
  provider text not null,
  ordinal int not null,
  pause_from date not null,
  pause_until date,
  primary key (authority_id, person_id, law, municipality, provider, ordinal, pause_from),
  foreign key (authority_id, person_id, law, municipality, provider, ordinal)
    references care.episode (authority_id, person_id, law, municipality, provider, ordinal) on delete cascade
);
call tenancy.protect('care', 'pause');

-- Lines that hold, added up per declaration message: what a page or figure reads. Made anew with each fact that changes it.
create table care.spending (
  message_id uuid not null,
  category text not null,
  code text not null,
  month date not null,
  state text not null check (state in ('GRANTED', 'REJECTED', 'OPEN')),
  authority_id uuid not null,
  law text not null,
  municipality text not null,
  provider text not null,
  help_record text,
  help_form text,
  lines bigint not null,
  cents bigint not null,
  primary key (message_id, category, code, month, state),
  foreign key (authority_id, message_id) references care.message (authority_id, message_id) on delete cascade
);
create index spending_by_month on care.spending (authority_id, law, month);
call tenancy.protect('care', 'spending');

-- Numbers of our return messages: unique among those of this installation.
create sequence care.answer_number;
grant usage on sequence care.answer_number to ${app_role};
