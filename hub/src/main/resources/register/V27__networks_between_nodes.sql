-- Networks whose houses live on several nodes. Its home keeps a network; the nodes of its other members keep what the home told of it,
-- and what their own house said. What a house says counts on its node at once, and its home is told when it answers.

-- On the home: houses of other nodes.
create table network_guest (
  uid            text not null primary key,   -- of the invitation, the same on both nodes
  network        bigint not null references network (id),
  node           text not null,      -- participant of the data space
  house          text not null,      -- short name there
  name           text not null,
  base           text not null,      -- address of its node, with which its identifier begins
  college        text,
  invited_by     bigint not null,    -- house
  at             bigint not null,
  state          text not null check (state in ('invited', 'accepted', 'member', 'declined', 'rejected', 'left', 'excluded')),
  public_key     text,               -- JWK with which the house signs, as it said when it accepted; it is not replaced
  vouched        text,               -- signature of its node over that key
  said           text,               -- last word of the house, JWS
  proposal       bigint,             -- the vote about it
  since          bigint,
  until          bigint
);
create index network_guest_of on network_guest (network, state);

create table agreement_guest (
  agreement      bigint not null,
  version        integer not null,
  guest          text not null references network_guest (uid),
  jws            text,
  signed_at      bigint,
  withdrawn_at   bigint,
  primary key (agreement, version, guest),
  foreign key (agreement, version) references agreement_version (agreement, version)
);

-- On the node of a member: networks of other nodes.
create table network_abroad (
  uid            text not null primary key,
  house          bigint not null references house (id) on delete cascade,
  node           text not null,      -- its home
  slug           text not null,
  name           text not null,
  aim            text not null,
  form           text not null,
  state          text not null check (state in ('invited', 'accepted', 'member', 'declined', 'rejected', 'left', 'excluded')),
  members        text not null,      -- JSON, as the home told last
  at             bigint not null,
  told_at        bigint              -- when the home told last
);
create index network_abroad_of on network_abroad (house, state);

create table agreement_abroad (
  abroad         text not null references network_abroad (uid) on delete cascade,
  uid            text not null,      -- of the policy of the version
  number         bigint not null,    -- of the agreement on its home
  version        integer not null,
  told           text not null,      -- JSON: text, policy and signatures, as they were found to hold
  jws            text,               -- of the own house
  signed_by      text,
  signed_at      bigint,
  withdrawn_by   text,
  withdrawn_at   bigint,
  uses           bigint not null default 0,
  primary key (abroad, uid)
);

-- What is still to be told to another node.
create table network_errand (
  id             ${identity},
  node           text not null,
  step           text not null,
  about          text not null,      -- uid of the invitation
  body           text not null,      -- JSON
  made_at        bigint not null
);
