-- Agendas to which a house's programme goes out. What proves who sends is sealed with the key of the house.
create table agenda (
  id             ${identity},
  house          bigint not null references house (id) on delete cascade,
  slug           text not null,
  name           text not null,
  kind           text not null,    -- openagenda or uitdatabank
  address        text not null,
  target         text not null,    -- which agenda it is, whoever connects it
  settings       text not null,    -- what the kind needs besides, as JSON
  secret         text not null,    -- sealed
  every_minutes  integer,          -- null: only when a person says so
  taken_back     integer not null, -- 1: a person wants nothing of it there
  added_by       text not null,
  added_at       bigint not null,
  state          text not null,    -- new, done, partly, held, failed or withdrawn
  problem        text,             -- JSON: code and what its sentence needs
  failures       integer not null, -- in a row
  tried_at       bigint,
  succeeded_at   bigint,
  next_at        bigint,
  created        integer not null, -- by the last run
  changed        integer not null,
  withdrawn      integer not null,
  refused        integer not null,
  waiting        integer not null, -- left for the next run
  unique (house, slug),
  unique (house, target)
);

-- What stands in an agenda of what a house sent there; kept when the agenda is forgotten, so that nothing is sent twice to it.
create table agenda_thing (
  house          bigint not null references house (id) on delete cascade,
  target         text not null,
  kind           text not null,    -- event or place
  thing          text not null,    -- production, season and venue of a run; or the venue
  generation     integer not null, -- how often it was taken away there
  title          text not null,
  last_day       text,             -- ISO 8601
  pending        text,             -- digest of what was being sent when nobody knows whether it arrived
  digest         text,             -- of what is there
  remote         text,             -- its name there; null: it is not there
  link           text,
  refused        text,             -- digest of what was refused there
  problem        text,
  sent_at        bigint,
  primary key (house, target, kind, thing)
);

-- By which word a house's things go elsewhere, so that they are found again; made once.
create table agenda_mark (
  house          bigint primary key references house (id) on delete cascade,
  mark           text not null
);
