-- Lists of contacts that were taken away, so that a person can be told on which they were. No name, no address.
create table contact_list (
  id             ${identity},
  house          bigint not null references house (id) on delete cascade,
  made_at        bigint not null,
  actor          text not null,
  purpose        text not null,    -- of governance/consents.yaml
  channel        text not null,
  segment        text not null     -- the query that chose the people
);
create index contact_list_of_house on contact_list (house, made_at);

-- Keys of the buyers whose contacts stood in a list; deleted with the person's erasure.
create table contact_list_person (
  list           bigint not null references contact_list (id) on delete cascade,
  person         bigint not null,
  primary key (list, person)
);
create index contact_list_of_person on contact_list_person (person);
