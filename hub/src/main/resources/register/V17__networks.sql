-- Houses that decide together: networks, their votes, and the agreements they sign. The forms and the templates are data of Foyer
-- (governance/networks.yaml, governance/agreements.yaml); what was decided by them is copied here and never read from there again.
create table network (
  id             ${identity},
  slug           text not null unique,
  name           text not null,
  aim            text not null,    -- what its houses join for
  form           text not null,    -- of governance/networks.yaml
  simulated      smallint not null,
  founded_by     text not null,
  founded_at     bigint not null
);

create table network_member (
  network        bigint not null references network (id),
  house          bigint not null references house (id) on delete cascade,
  college        text,             -- where the form weighs votes by colleges
  since          bigint not null,
  until          bigint,
  proposal       bigint,           -- that let it in; null for founders
  primary key (network, house, since)
);

-- Seats of organs in which not every member sits. In the others every member does.
create table network_seat (
  network        bigint not null references network (id),
  organ          text not null,
  house          bigint not null references house (id) on delete cascade,
  since          bigint not null,
  until          bigint,
  proposal       bigint,
  primary key (network, organ, house, since)
);

create table network_invitation (
  network        bigint not null references network (id),
  house          bigint not null references house (id) on delete cascade,
  college        text,
  invited_by     bigint not null,  -- house
  at             bigint not null,
  proposal       bigint,           -- that the invited house opened by saying yes
  primary key (network, house)
);

create table proposal (
  id             ${identity},
  network        bigint not null references network (id),
  kind           text not null check (kind in ('member', 'seat', 'purpose', 'definition', 'threshold', 'agreement')),
  title          text not null,
  reason         text not null,
  matter         text not null,    -- JSON
  rule           text not null,    -- JSON: organ, quorum, majority and weights as they were when it was opened
  house          bigint not null,  -- that opened it
  actor          text not null,
  opened_at      bigint not null,
  closes_at      bigint not null,
  closed_at      bigint,
  outcome        text check (outcome in ('adopted', 'rejected', 'no-quorum', 'withdrawn')),
  minutes_hash   text,
  audit_line     bigint
);
create index proposal_of_network on proposal (network, opened_at);

-- Who votes: the seats as they were when the proposal was opened. A seat is struck when its house leaves or declares a conflict.
create table proposal_seat (
  proposal       bigint not null references proposal (id),
  house          bigint not null references house (id) on delete cascade,
  college        text,
  struck         text check (struck in ('left', 'conflict')),
  struck_why     text,
  struck_at      bigint,
  primary key (proposal, house)
);

-- One vote of a seat; a second one replaces the first. The audit keeps both.
create table proposal_vote (
  proposal       bigint not null,
  house          bigint not null,
  choice         text not null check (choice in ('yes', 'no', 'abstain')),
  actor          text not null,
  at             bigint not null,
  primary key (proposal, house),
  foreign key (proposal, house) references proposal_seat (proposal, house) on delete cascade
);

-- What was adopted, in versions: the last one of a subject counts.
create table network_decision (
  network        bigint not null references network (id),
  kind           text not null check (kind in ('purpose', 'definition', 'threshold')),
  subject        text not null,    -- purpose, indicator, or what is counted
  version        integer not null,
  value          text not null,    -- of a purpose its title, of a definition the version of the dictionary, of a threshold the least number
  proposal       bigint not null references proposal (id),
  since          bigint not null,
  primary key (network, kind, subject, version)
);

-- Keys with which houses sign. The public part is for everybody; the private one is sealed with the key of the house.
create table signing_key (
  house          bigint not null references house (id) on delete cascade,
  id             text not null,    -- thumbprint by RFC 7638
  public_key     text not null,    -- JWK
  sealed         text not null,
  made_at        bigint not null,
  primary key (house, id)
);

create table agreement (
  id             ${identity},
  network        bigint references network (id),
  template       text not null,    -- of governance/agreements.yaml
  title          text not null,
  house          bigint not null,  -- that drew it up
  actor          text not null,
  made_at        bigint not null
);

-- A changed text is a new version; no version is ever changed.
create table agreement_version (
  agreement      bigint not null references agreement (id),
  version        integer not null check (version > 0),
  uid            text not null unique,
  terms          text not null,    -- JSON
  text_fr        text not null,
  text_en        text not null,
  policy         text not null,    -- ODRL 2.2 as JSON-LD
  from_day       text not null,
  until_day      text not null,    -- last day on which it holds
  opened_at      bigint,           -- from when on it can be signed
  actor          text not null,
  made_at        bigint not null,
  primary key (agreement, version)
);

create table agreement_party (
  agreement      bigint not null,
  version        integer not null,
  house          bigint not null references house (id) on delete cascade,
  jws            text,             -- its signature
  signed_by      text,
  signed_at      bigint,
  withdrawn_by   text,
  withdrawn_at   bigint,
  primary key (agreement, version, house),
  foreign key (agreement, version) references agreement_version (agreement, version)
);

-- Uses that an agreement let through, where it counts them.
create table agreement_use (
  id             ${identity},
  agreement      bigint not null,
  version        integer not null,
  house          bigint not null references house (id) on delete cascade,
  target         text not null,
  actor          text not null,
  at             bigint not null,
  foreign key (agreement, version) references agreement_version (agreement, version)
);
