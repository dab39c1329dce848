-- What comparisons published, kept for its period so that everybody gets the same answer until the next one.
create table publication (
  period          text not null,
  universe        text not null,
  indicator       text not null,
  version         integer not null,
  season          integer not null,
  cell            text not null,
  houses          text not null,
  lower_quartile  double precision,
  median          double precision,
  upper_quartile  double precision,
  withheld        text,
  published_at    bigint not null,
  primary key (period, universe, indicator, version, season, cell)
);

-- Secrets of the node itself. They are made once and must be in every back-up of the register.
create table node_secret (
  name            text primary key,
  value           text not null
);
