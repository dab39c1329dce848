-- Parts of answers to free questions over several nodes. A line is the part that is kept and the budget that was spent for it, both at once, as
-- in study_answer. No key of a person.
create table study_part (
  universe       text not null,      -- real or simulated houses, and for amounts one currency
  period         text not null,      -- for instance 2026-Q4
  question       text not null,      -- in its one canonical form
  purpose        text not null,      -- of who paid, with the next two: a house of this node, or another node
  asker          bigint not null,
  node           text not null,      -- participant; empty for a house of this node
  spent_over     bigint not null,    -- epsilon as a fraction
  spent_under    bigint not null,
  houses         integer not null,   -- that are in it
  part           text not null,      -- drawn and moved sums, cell by cell
  asked_at       bigint not null,
  primary key (universe, period, question)
);

-- What other nodes answered to this one, so that none is asked twice in a period.
create table study_heard (
  universe       text not null,
  period         text not null,
  question       text not null,
  node           text not null,      -- participant
  part           text not null,
  heard_at       bigint not null,
  primary key (universe, period, question, node)
);

-- Accounts of funders and researchers. They have no role in any house.
create table observer (
  account        bigint primary key references account (id) on delete cascade,
  body           text not null,      -- for whom they look, for instance a region or an institute
  since          bigint not null
);
