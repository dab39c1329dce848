-- Questions of other nodes about shared buyers, so that each is answered once in a period and of one set. No key of a person.
create table overlap_question (
  house          bigint not null references house (id) on delete cascade,
  asker          text not null,      -- address of the house that asked
  purpose        text not null,
  period         text not null,      -- for instance 2026-Q4
  commitment     text not null,      -- to the asker's set
  size           bigint not null,
  tries          integer not null,
  asked_at       bigint not null,
  primary key (house, asker, purpose, period)
);

-- What houses of this node were told of shared buyers, the same for everybody until the period ends.
create table overlap_published (
  period         text not null,
  figure         text not null,      -- reach, shared:1:2, elsewhere:1
  about          bigint,
  withheld       text,
  published_at   bigint not null,
  primary key (period, figure)
);
