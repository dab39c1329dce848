-- Who may speak the Dataspace Protocol with this node: named beforehand, each with the key that its tokens are checked with.
create table dataspace_participant (
  id             text primary key,
  name           text not null,
  address        text not null,    -- under which its endpoints lie; nothing is sent anywhere else
  public_key     text not null,    -- Ed25519, X.509, Base64
  added_by       text not null,
  added_at       bigint not null,
  revoked_at     bigint
);
-- Houses that offer their programme to the participants; whoever is not here offers nothing.
create table dataspace_share (
  house          bigint primary key references house (id) on delete cascade,
  automatic      boolean not null, -- whether nobody is asked when somebody takes the terms as they are
  actor          text not null,
  shared_at      bigint not null
);
-- Numbers of tokens that were used, until they would be refused for their age anyway.
create table dataspace_token (
  participant    text not null,
  number         text not null,
  expires_at     bigint not null,
  primary key (participant, number)
);
-- What two participants agreed to. It stays when it is revoked.
create table dataspace_agreement (
  id             text primary key,
  participant    text not null,
  side           text not null,    -- of this node: provider or consumer
  dataset        text not null,
  terms          text not null,    -- ODRL, JSON
  agreed_at      bigint not null,
  effective_at   bigint,           -- when both sides knew that the other knows
  ends_at        bigint,
  revoked_at     bigint
);
-- Negotiations and transfers, whose state survives a stop at any moment.
create table dataspace_conversation (
  id             ${identity},
  kind           text not null,    -- negotiation or transfer
  side           text not null,    -- of this node: provider or consumer
  pid            text not null unique,
  counter_pid    text,
  participant    text not null,
  callback       text not null,    -- where the other side wants its messages
  state          text not null,
  version        bigint not null,  -- whoever read an older one changes nothing
  dataset        text not null,
  agreement      text,
  format         text,
  offer          text,             -- the last one, JSON
  data_address   text,             -- of the other side, JSON
  received       text,             -- digest of the message that moved it last
  sent           integer not null, -- messages that the other side took
  pending        text,             -- kind of the message that is to be sent
  pending_body   text,
  tries          integer not null,
  next_at        bigint,           -- when it is looked at again; null when it waits for someone
  problem        text,
  opened_at      bigint not null,
  changed_at     bigint not null,
  unique (kind, side, participant, counter_pid)
);
create index dataspace_conversation_next on dataspace_conversation (next_at);
create index dataspace_conversation_agreement on dataspace_conversation (agreement);
-- Digests of the messages that were taken, so that one that comes twice changes nothing.
create table dataspace_received (
  conversation   bigint not null references dataspace_conversation (id) on delete cascade,
  digest         text not null,
  primary key (conversation, digest)
);
-- Permissions to fetch what a transfer hands over.
create table dataspace_grant (
  conversation   bigint primary key references dataspace_conversation (id) on delete cascade,
  digest         text not null,    -- of the secret
  expires_at     bigint not null,
  uses_left      integer not null
);
