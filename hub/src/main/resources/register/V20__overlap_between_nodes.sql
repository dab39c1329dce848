-- Houses of other nodes with whom a house counts shared buyers: each must have named the other.
create table overlap_named (
  house          bigint not null references house (id) on delete cascade,
  node           text not null,      -- as the data space calls it
  other          text not null,      -- short name of the house there
  named_by       text not null,
  named_at       bigint not null,
  primary key (house, node, other)
);

-- What a house of this node and one of another know of the buyers they share; one number in a period, whoever of them asked.
create table overlap_answer (
  house          bigint not null references house (id) on delete cascade,
  node           text not null,
  other          text not null,
  period         text not null,      -- for instance 2026-Q4
  asked_here     boolean not null,
  about          bigint not null,    -- moved and rounded; 0 when withheld
  error          bigint not null,    -- in nineteen of twenty cases
  withheld       text,
  told_at        bigint not null,
  primary key (house, node, other, period)
);

-- The last answer of a question that was added up over nodes, so that a look asks nobody.
create table pooled_answer (
  house          bigint not null references house (id) on delete cascade,
  season         integer not null,   -- its first year
  month          text not null,      -- whose beginning figures are as of, for instance 2026-11
  lines          text not null,      -- JSON
  asked_at       bigint not null,
  primary key (house, season)
);
