-- Houses of other nodes decide in the networks they are members of: they vote, propose, and sit in organs.

-- On the home: their seats in a vote, as they were when it was opened, and what they said last, signed with their key.
create table proposal_guest (
  proposal       bigint not null references proposal (id),
  guest          text not null references network_guest (uid),
  college        text,
  struck         text check (struck in ('left', 'conflict')),
  struck_why     text,               -- of a conflict, in the words of the house
  struck_at      bigint,
  choice         text check (choice in ('yes', 'no', 'abstain')),
  said           text,               -- JWS
  said_at        bigint,             -- by the clock of its node; of two words the later counts
  primary key (proposal, guest)
);

-- On the home: seats of elected organs that they were given.
create table network_guest_seat (
  network        bigint not null references network (id),
  organ          text not null,
  guest          text not null references network_guest (uid),
  since          bigint not null,
  until          bigint,
  proposal       bigint not null,
  primary key (network, organ, guest, since)
);

-- On the home: who opened a proposal, where it is a house of another node, and how that house calls it.
alter table proposal add column guest text;
alter table proposal add column guest_key text;
create unique index proposal_of_guest on proposal (guest, guest_key);

-- On the node of a member: votes in which it sits, as the home told last, and what the house said.
create table proposal_abroad (
  abroad         text not null references network_abroad (uid) on delete cascade,
  number         bigint not null,    -- of the proposal on its home
  told           text not null,      -- JSON
  choice         text,               -- yes, no, abstain, or conflict
  why            text,               -- of a conflict
  said           text,               -- JWS
  chosen_by      text,
  chosen_at      bigint,
  primary key (abroad, number)
);

-- On the node of a member: what a house proposed and its home did not open yet, or refused.
create table proposal_sent (
  abroad         text not null references network_abroad (uid) on delete cascade,
  key            text not null,      -- by which the home says that it opened it
  wish           text not null,      -- JSON, as it was signed
  sent_by        text not null,
  at             bigint not null,
  faults         text,               -- JSON, when the home refused it
  primary key (abroad, key)
);

-- On the node of a member: what its network decided last of each subject, as the home told it. Thresholds count on this node too.
create table decision_abroad (
  abroad         text not null references network_abroad (uid) on delete cascade,
  kind           text not null check (kind in ('purpose', 'definition', 'threshold')),
  subject        text not null,
  version        integer not null,
  value          text not null,
  proposal       bigint not null,    -- its number on the home
  since          bigint not null,
  primary key (abroad, kind, subject)
);
