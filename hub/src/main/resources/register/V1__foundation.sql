-- The register, first edition: the same script for SQLite and PostgreSQL.
-- Instants are milliseconds since 1970 in UTC. Truth values are 0 or 1. Structured details are JSON text.

create table house (
  id             ${identity},
  slug           text not null unique,
  name           text not null,
  discipline     text not null,
  seats          integer not null,
  street         text,
  postcode       text,
  city           text,
  region         text,
  country        text,
  website        text,
  zone           text not null,
  currency       text not null,
  simulated      smallint not null,
  person_salt    text not null,
  created_at     bigint not null
);

create table account (
  id             ${identity},
  login          text not null unique,
  name           text not null,
  password_hash  text,
  oidc_subject   text unique,
  operator       smallint not null,
  language       text,
  created_at     bigint not null,
  disabled_at    bigint
);

create table membership (
  account        bigint not null references account (id) on delete cascade,
  house          bigint not null references house (id) on delete cascade,
  role           text not null check (role in ('reader', 'editor', 'steward')),
  primary key (account, house)
);

create table session (
  token_hash     text primary key,
  account        bigint not null references account (id) on delete cascade,
  created_at     bigint not null,
  expires_at     bigint not null
);

create table one_time_link (
  token_hash     text primary key,
  account        bigint not null references account (id) on delete cascade,
  expires_at     bigint not null,
  used_at        bigint
);

create table api_token (
  id             ${identity},
  token_hash     text not null unique,
  account        bigint not null references account (id) on delete cascade,
  house          bigint references house (id) on delete cascade,
  name           text not null,
  scope          text not null check (scope in ('read', 'write')),
  created_at     bigint not null,
  expires_at     bigint not null,
  revoked_at     bigint
);

create table recipe (
  id             ${identity},
  house          bigint references house (id) on delete cascade,
  name           text not null,
  version        integer not null,
  content        text not null,
  created_at     bigint not null,
  unique (house, name, version)
);

create table intake_run (
  id               ${identity},
  house            bigint not null references house (id),
  kind             text not null,
  recipe           bigint not null references recipe (id),
  files            text not null,
  actor            text not null,
  state            text not null check (state in ('begun', 'committed', 'failed', 'undone')),
  begun_at         bigint not null,
  ended_at         bigint,
  undone_at        bigint,
  report           text,
  idempotency_key  text,
  unique (house, idempotency_key)
);

create table participation (
  house          bigint not null references house (id) on delete cascade,
  purpose        text not null,
  since          bigint not null,
  until          bigint,
  signed_by      text not null,
  primary key (house, purpose, since)
);

create table audit (
  sequence       bigint primary key,
  at             bigint not null,
  actor          text not null,
  house          bigint,
  action         text not null,
  purpose        text,
  detail         text not null,
  previous_hash  text not null,
  hash           text not null
);
