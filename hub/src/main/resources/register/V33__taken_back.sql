-- What was forgotten here of earlier answers because a house withdrew from an agreement or left a network. No figure, no key of a person.
create table taken_back (
  id             ${identity},
  at             bigint not null,
  house          bigint references house (id) on delete cascade,   -- that withdrew; null when it is of another node
  node           text not null,          -- of it; empty when it is of this one
  slug           text not null,
  keeper         bigint references house (id) on delete cascade,   -- that kept the answers; null when the node kept them for several
  agreement      text not null,          -- as the audit names it
  kind           text not null,          -- shared-buyers, answers, sums
  answers        integer not null        -- how many
);
create index taken_back_house on taken_back (house, at);
create index taken_back_keeper on taken_back (keeper, at);

-- By which version of an agreement a sum over nodes was told; empty for houses about whom none decides, and for what was told before.
alter table pooled_answer add column agreement text not null default '';
