-- What a house asks its public: the core of insight/survey.yaml, and the optional questions it chose.
create table survey (
  id             ${identity},
  house          bigint not null references house (id) on delete cascade,
  slug           text not null,
  title_fr       text not null,
  title_en       text not null,
  optional       text not null,    -- ids of optional questions, separated by spaces
  opens          text not null,    -- first and last day, in the zone of the house
  closes         text,             -- null when it has no end
  ended          text,             -- day on which someone ended it by hand
  address        text not null unique,   -- of the public page; in it nothing of the house
  tablet         text,             -- key of the tablet's link; null when there is none
  created_by     text not null,
  created_at     bigint not null,
  unique (house, slug)
);

-- Answers typed from paper, a file at a time.
create table survey_batch (
  survey         bigint not null references survey (id) on delete cascade,
  number         integer not null,
  sha256         text not null,
  answers        integer not null,
  imported_by    text not null,
  imported_at    bigint not null,
  undone_at      bigint,
  primary key (survey, number)
);

-- What was answered: codes only, never a text, a name or an instant. The number is drawn at random: no column tells in which order
-- people answered. Only added to; undoing a batch deletes its answers.
create table survey_answer (
  id             ${identity},
  survey         bigint not null references survey (id) on delete cascade,
  day            text not null,
  way            text not null check (way in ('phone', 'tablet', 'paper')),
  language       text not null,
  batch          integer,          -- of paper
  codes          text not null     -- question=code+code;question=code
);
create index survey_answer_of on survey_answer (survey, day);
