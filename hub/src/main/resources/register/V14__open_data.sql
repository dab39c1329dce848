-- Under which licence a house opens its programme; a house that said nothing has no row.
create table open_data_licence (
  house          bigint primary key references house (id) on delete cascade,
  licence        text not null,    -- short name by the SPDX list
  actor          text not null,
  said_at        bigint not null
);
