-- Shared buyers of many houses on many nodes, by sketches of pseudonyms. No key of a person, no pseudonym in full.

-- Which nodes count for a house: two hold keys, the third holds sketches.
create table reach_named (
  house          bigint not null references house (id) on delete cascade,
  first_holder   text not null,      -- as the data space calls it, like the following
  second_holder  text not null,
  pool           text not null,
  named_by       text not null,
  named_at       bigint not null,
  primary key (house)
);

-- Whose sketch is at which pool, once in a period, until it is withdrawn.
create table reach_given (
  house          bigint not null references house (id) on delete cascade,
  period         text not null,      -- for instance 2026-Q4
  first_holder   text not null,
  second_holder  text not null,
  pool           text not null,
  given_at       bigint not null,
  withdrawn_at   bigint,
  primary key (house, period)
);

-- The last count of a period that a house heard of.
create table reach_answer (
  house          bigint not null references house (id) on delete cascade,
  period         text not null,
  number         integer not null,   -- of the count in the period
  told           text not null,      -- JSON
  heard_at       bigint not null,
  primary key (house, period)
);

-- As a holder of a key: sets of blinded points that houses promised, and how many messages of them were multiplied.
create table reach_points (
  node           text not null,
  commitment     text not null,
  asker          text not null,      -- node and short name of the house
  purpose        text not null,      -- one for each three nodes that count together
  period         text not null,
  digests        text not null,      -- of the messages, 64 hexadecimal digits each
  size           bigint not null,
  multiplied     integer not null,
  asked_at       bigint not null,
  primary key (node, commitment)
);

-- As a pool: sketches of the present period; one that is withdrawn leaves its digest.
create table reach_sketch (
  purpose        text not null,
  period         text not null,
  node           text not null,
  house          text not null,
  digest         text not null,
  sketch         text,               -- Base64; null once it is withdrawn
  given_at       bigint not null,
  primary key (purpose, period, node, house)
);

-- As a pool: what was told, the same for all houses.
create table reach_published (
  purpose        text not null,
  period         text not null,
  number         integer not null,
  houses         text not null,      -- digest of their names
  told           text not null,      -- JSON
  published_at   bigint not null,
  primary key (purpose, period, number)
);
