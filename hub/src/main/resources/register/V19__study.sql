-- Answers to free questions about the houses that take part in the purpose study. A line is the answer that is kept and the budget that was
-- spent for it, both at once: there is neither without the other. No key of a person.
create table study_answer (
  purpose        text not null,
  universe       text not null,      -- houses that can be added up at all: real or simulated, and for amounts one currency
  period         text not null,      -- for instance 2026-Q4
  question       text not null,      -- in its one canonical form
  asker          bigint not null,    -- a house; its line stays when it goes, so that nothing is given back
  spent_over     bigint not null,    -- epsilon as a fraction
  spent_under    bigint not null,
  houses         integer not null,   -- that took part
  answer         text not null,      -- moved numbers with their error, cell by cell
  asked_at       bigint not null,
  primary key (purpose, universe, period, question)
);
create index study_answer_asker on study_answer (purpose, period, asker);

-- Exact tables of a season that is over, published once and never made again, so that nothing shows who joined or left.
create table observatory_table (
  universe       text not null,      -- real or simulated houses
  season         integer not null,   -- its first year
  id             text not null,
  version        integer not null,   -- of its definition
  houses         text not null,      -- that are in it
  content        text not null,      -- with what is hidden left out
  published_at   bigint not null,
  primary key (universe, season, id)
);
