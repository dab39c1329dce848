-- One show of a house, asked for by another: what was asked, what the house said, and until when. One row for each show and asker; what
-- came before stands in its history.
create table show_grant (
  id             ${identity},
  uid            text not null unique,   -- the same on both nodes
  house          bigint references house (id) on delete cascade,   -- that plays the show; null when it is of another node
  asker          bigint references house (id) on delete cascade,   -- null when it is of another node
  node           text not null,          -- participant of the data space on the other side; empty when both are here
  giver_slug     text not null,
  giver_name     text not null,
  asker_slug     text not null,
  asker_name     text not null,
  show           text not null,          -- identifier of the run on the node of its house
  title          text not null,          -- as the catalogue of that node has it
  tour           text not null,          -- how the asker calls its show
  why            text not null,
  wanted         text not null,          -- figures, with blanks between
  wanted_until   text not null,          -- the request lapses after this day
  state          text not null check (state in ('asked', 'granted', 'declined', 'stopped', 'withdrawn')),
  figures        text,                   -- of the last grant, with the next three
  from_day       text,
  until_day      text,                   -- last day on which it holds, by the house's calendar
  delay          integer,                -- days
  reason         text,                   -- of the last word of the house
  asked_at       bigint not null,
  changed_at     bigint not null,
  given_day      text,                   -- last day for which the audit says that figures were given
  unique (node, giver_slug, asker_slug, show)
);

create table show_grant_event (
  of_grant       bigint not null references show_grant (id) on delete cascade,
  sequence       integer not null,
  at             bigint not null,
  step           text not null check (step in ('ask', 'grant', 'decline', 'stop', 'withdraw')),
  became         text not null,
  figures        text not null,          -- asked for, or granted
  from_day       text,
  until_day      text,
  delay          integer,
  words          text,
  primary key (of_grant, sequence)
);

-- What was told of the buyers of a show, the same for whoever may see it. A number of at least ten people, never who.
create table show_published (
  house          bigint not null references house (id) on delete cascade,
  show           text not null,
  day            text not null,          -- as known on this Sunday
  buyers         bigint not null,
  told           text not null,          -- JSON
  published_at   bigint not null,
  primary key (house, show, day)
);

-- The last answer of another node, so that a node that is away can be told with its day.
create table show_answer (
  of_grant       bigint primary key references show_grant (id) on delete cascade,
  answered_at    bigint not null,
  body           text not null           -- JSON: figures, never rows
);
