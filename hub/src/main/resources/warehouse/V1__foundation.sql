-- The warehouse, first edition. Facts are signed, dated movements in order of house and performance.
-- No index, no foreign key: sort order and constants in the conditions make pages fast.
-- Ids are run × 1,000,000 + place within the run, so that an id is never given twice, not even after an undo.
-- Amounts are integer minor units of the house's currency. Instants are UTC; days are days of the hall's zone.

create type operation as enum ('sale', 'cancellation', 'reservation', 'release');

create table venue (
  house smallint not null, id bigint not null, name varchar not null,
  street varchar, postcode varchar, city varchar, region varchar, country varchar, url varchar,
  latitude double, longitude double,        -- degrees, as counts of what was said of it; null: nobody said where it lies
  run integer not null
);

create table production (
  house smallint not null, id bigint not null,
  source_ref varchar,                       -- the source's own id of the production, when it has one
  title varchar not null,
  genre varchar, producer varchar, description varchar, url varchar,
  run integer not null
);

create table performance (
  house smallint not null, id bigint not null,
  source_ref varchar,                       -- the source's own id of the performance, when it has one
  production bigint not null, venue bigint, hall varchar,
  starts_at timestamp, day date not null, starts_local timestamp,
  state varchar not null,
  capacity integer, held integer,           -- seats on sale; seats withheld
  potential bigint,                         -- value of all sellable seats at full price, frozen when sale began
  season varchar, event_type varchar,       -- the source's own words
  set_aside varchar,                        -- why it is no performance that is shown; null: it is one
  run integer not null,
  changed_run integer,                      -- the last run, or taking back of a run, that changed what is public of it
  said_production bigint                    -- of which production its source spoke, where that goes by another identifier
);

create view shown_performance as select * from performance where set_aside is null;

-- What counts when runs contradict each other: the cast of a date as somebody changed it (made again after each run, out of what else is
-- said and description.cast_changes), what was typed here, then what was said last.
create macro precedence(source, run) as
  case when source = 'cast-change' then 8589934592 when source = 'typed-here' then 4294967296 else 0 end + run;

-- What each source said of a production or a performance, value by value, and what was typed of where a venue stands. An empty value says
-- that there is none.
-- Of whoever is credited (kind name, by the number of the spelling) it says whether that is a person or a group.
create table description (
  house smallint not null, kind varchar not null,   -- production, performance or venue
  thing bigint not null,
  property varchar not null, language varchar not null,   -- language: empty, or of a text in that language
  value varchar not null,
  source varchar, run integer not null,             -- source: name of the recipe
  said_of bigint                                    -- of which thing the source spoke, where that goes by another identifier
);

create view description_now as
select house, kind, thing, property, language, nullif(arg_max(value, precedence(source, run)), '') as value,
  arg_max(source, precedence(source, run)) as source, max_by(run, precedence(source, run)) as run
from description group by all;

-- What each source said by which a thing is found outside of this node: its identifier in a register (property: the register), and where a
-- venue lies (property position: latitude, comma, longitude). An empty value says that there is none.
create table found_outside (
  house smallint not null, kind varchar not null,   -- work, production, venue, house, or name: whoever is credited by it
  thing bigint not null,                            -- 0: the house itself; of a name its number, see name_number
  property varchar not null, value varchar not null,
  aside boolean not null,                           -- no identifier of the register, as its check digit or form tell: kept as it stood, counts for nothing
  source varchar not null, run integer not null,
  said_of bigint                                    -- of which thing the source spoke, where that goes by another identifier
);

create view found_outside_now as
select house, kind, thing, property, nullif(arg_max(value, precedence(source, run)), '') as value,
  arg_max(source, precedence(source, run)) as source, max_by(run, precedence(source, run)) as run
from found_outside where not aside group by all;

-- The year in which the season of a day begins: seasons begin in September.
create macro season_year(any_day) as year(any_day - interval 8 months);

-- The number of a spelling: who is credited by the same words, in any order, is one. The same in every node and after every rebuild, and
-- of 53 bits, so that programs that know no longer numbers keep it whole.
create macro name_number(name) as cast(md5_number_lower(array_to_string(list_sort(list_filter(
  string_split_regex(lower(strip_accents(name)), '[^\p{L}0-9]+'), lambda w: w <> '')), ' ')) >> 11 as bigint);

-- Whoever is credited: each spelling as it is written, once for the node.
create table credited_name (name varchar not null, number bigint not null);

-- Which spellings people found to be one person (told_apart, kind person: which are not).
create table same_name (house smallint not null, name bigint not null, known_as bigint not null, run integer not null);

-- Numbers of spellings that go by another one, since both are one person: by an identifier that both bear, or as somebody decided. Made
-- again after each run out of found_outside, same_name and told_apart, whose order does not matter.
create table one_name (name bigint not null, known_as bigint not null);

-- By which words a sheet that was typed here calls its production and performances.
create table own_thing (
  house smallint not null, kind varchar not null, ref varchar not null, thing bigint not null, run integer not null,
  said_of bigint
);

-- What each run said of a performance; the performance holds what counts and is not null, so that a run can be undone.
create table performance_statement (
  house smallint not null, performance bigint not null, run integer not null,
  starts_local timestamp, starts_at timestamp, day date,   -- all three together, or day null: nothing was said of the start
  venue bigint, hall varchar, state varchar, capacity integer, held integer, potential bigint,
  season varchar, event_type varchar,
  source varchar,                                    -- name of the recipe
  said_of bigint                                     -- of which performance the run spoke, where that goes by another identifier
);

create table work (
  house smallint not null, id bigint not null, source_ref varchar, title varchar not null,
  run integer not null
);

create table programme_item (                -- which works a performance plays, in order
  house smallint not null, performance bigint not null, position integer not null,
  work bigint, part varchar, interval boolean not null,
  run integer not null, source varchar, said_of bigint, said_work bigint
);

create table contribution (
  house smallint not null, performance bigint not null, position integer,   -- position null: the whole performance
  name varchar not null, role varchar not null, instrument varchar,
  run integer not null, source varchar, said_of bigint
);

-- Identifiers whose thing was taken back: given to nothing else, and to the thing again when it returns. Digests, not words.
create table departed (
  house smallint not null, kind varchar not null, id bigint not null,
  ref varchar, words varchar,
  production bigint, venue bigint, hall varchar, day date,   -- of a performance
  left_at timestamp not null, by_run integer not null
);

-- Of which properties of which thing a run had spoken that was taken back: that it did, not its words.
create table unsaid (
  house smallint not null, kind varchar not null, thing bigint not null, property varchar not null,
  run integer not null, by_run integer not null
);

-- Which identifiers are one thing, as people decided. What goes by another identifier lies in the merged tables, as it was; what was
-- said of it lies with the other, and remembers by said_of of whom it was said, so that the decision can be taken back.
create table same_thing (
  house smallint not null, kind varchar not null,            -- performance, production, venue or work
  thing bigint not null, known_as bigint not null, run integer not null
);
create table told_apart (                                    -- what looks alike and is not the same; one below other
  house smallint not null, kind varchar not null, one bigint not null, other bigint not null, run integer not null
);
create table merged_performance as select * from performance where false;
create table merged_production as select * from production where false;
create table merged_venue as select * from venue where false;
create table merged_work as select * from work where false;

-- By which identifier each of them goes in the end. Kept, for almost every question reads it, and made again out of the chains of
-- same_thing whenever those change.
create table goes_by (house smallint not null, kind varchar not null, thing bigint not null, known_as bigint not null);
create view goes_by_chain as
with recursive chain(house, kind, thing, known_as, steps) as (
  select house, kind, thing, known_as, 1 from same_thing
  union all
  select c.house, c.kind, c.thing, s.known_as, c.steps + 1
  from chain c join same_thing s on s.house = c.house and s.kind = c.kind and s.thing = c.known_as where c.steps < 50)
select house, kind, thing, arg_max(known_as, steps) as known_as from chain group by all;

-- Productions of several houses that people found to be one show on tour (told_apart, kind tour: which are not). Each house keeps its own.
create table same_show (house smallint not null, production bigint not null, other bigint not null, run integer not null);

create view tour_pair as
with edge as (
  select coalesce(a.known_as, s.production) as one, coalesce(b.known_as, s.other) as other from same_show s
  left join goes_by a on a.kind = 'production' and a.thing = s.production
  left join goes_by b on b.kind = 'production' and b.thing = s.other
  where (least(s.production, s.other), greatest(s.production, s.other)) not in (select (one, other) from told_apart where kind = 'tour'))
select one, other from edge union select other, one from edge;

-- All productions of one tour, also those that are joined by a third.
create view tour_member as
with recursive reach(one, other) as (
  select one, other from tour_pair
  union select r.one, t.other from reach r join tour_pair t on t.one = r.other)
select one, other from reach where one <> other;

create view any_performance as
select *, id as goes_by from performance
union all select m.*, g.known_as from merged_performance m
  join goes_by g on g.house = m.house and g.kind = 'performance' and g.thing = m.id;
create view any_production as
select *, id as goes_by from production
union all select m.*, g.known_as from merged_production m
  join goes_by g on g.house = m.house and g.kind = 'production' and g.thing = m.id;
create view any_venue as
select *, id as goes_by from venue
union all select m.*, g.known_as from merged_venue m join goes_by g on g.house = m.house and g.kind = 'venue' and g.thing = m.id;
create view any_work as
select *, id as goes_by from work
union all select m.*, g.known_as from merged_work m join goes_by g on g.house = m.house and g.kind = 'work' and g.thing = m.id;

-- By which references a source calls what another source had told of first.
create table further_reference (
  house smallint not null, kind varchar not null,            -- performance or production
  source varchar not null, ref varchar not null, thing bigint not null, run integer not null
);

-- The house's own words for tariffs, seat zones and channels; kind is null while the word is to be classified.
create table label (
  house smallint not null, field varchar not null, id bigint not null, label varchar not null, kind varchar,
  run integer not null
);

create table sale_line (
  house smallint not null, performance bigint not null,
  sold timestamp not null, day date not null,       -- day: the day of the movement
  first_day date not null,                          -- the day on which the ticket that moves was first sold
  operation operation not null, quantity tinyint not null,
  amount integer not null, vat integer, list_amount integer, fee integer,
  tariff bigint, zone bigint, channel bigint,    -- label ids
  person bigint, order_ref varchar, ticket varchar not null,
  run integer not null, line integer not null,
  said_of bigint                                     -- for which performance it was sold, where that goes by another identifier
);

create table entry (                                -- a ticket was scanned at the door
  house smallint not null, performance bigint not null, ticket varchar not null, scanned timestamp not null,
  run integer not null, said_of bigint
);

-- Tickets and amounts by day, merged by each run; equal to the sums of sale_line and entry to the cent.
create table daily_cube (
  house smallint not null, performance bigint not null, day date not null, first_day date not null,
  tariff bigint, zone bigint, channel bigint,
  tickets integer not null,                         -- sales minus cancellations
  free_tickets integer not null,                    -- of these, with amount 0
  reserved integer not null,                        -- reservations minus releases
  below_list integer not null,                      -- of the tickets with a list amount, those sold below it
  listed integer not null,                          -- tickets with a list amount
  known_buyer integer not null,                     -- tickets with a person
  amount bigint not null, vat bigint not null, list_amount bigint not null, fee bigint not null,
  lines integer not null
);

-- How many orders hold how many tickets of a performance: signed changes by day, so that sums up to a day tell that day.
create table order_cube (
  house smallint not null, performance bigint not null, day date not null, size integer not null, orders integer not null
);

create table entry_cube (
  house smallint not null, performance bigint not null, day date not null, scanned integer not null
);

create table contact_quality (                      -- counts only, so that figures need no personal column
  house smallint not null, buyers integer not null, with_email integer not null, with_postcode integer not null,
  with_birth_year integer not null, same_email integer not null
);

create schema personal;

-- Personal columns are sealed with the key of the house: texts in the order of their view, in one piece for each row.
create macro personal.sealed(house, texts) as from_base64(house_seal(house, cast(to_json(texts) as varchar)));
create macro personal.opened(house, sealed) as from_json(house_open(house, to_base64(sealed)), '["VARCHAR"]');

-- A number that stands for a text in the rows of one house and cannot be guessed without its key.
create macro personal.number_of(house, purpose, words) as
  cast(md5_number_lower(house_secret(house, purpose) || words) >> 1 as bigint);

-- Postcodes of four or five digits stay whole; of others only the first part is taken, since the whole may be one street
-- (a British postcode is some fifteen homes).
create macro personal.area_of(postcode) as
  case when regexp_full_match(trim(postcode), '[0-9]{4,5}') then trim(postcode)
    else nullif(upper(split_part(trim(postcode), ' ', 1)), '') end;

-- The commune of an address in France: by the postcode where it lies in one, else by the town's name beside it.
create macro personal.commune_of(postcode, town, country) as
  french_commune(coalesce(postcode, ''), coalesce(town, ''), coalesce(country, ''));

create table personal.person (
  house smallint not null, person bigint not null,
  sealed blob not null,                     -- see personal.buyer
  email_key bigint,                         -- the same for the same e-mail address of the house
  area varchar, area_country varchar,       -- coarse, for figures that need no address
  with_birth_year boolean not null,
  contact_key bigint not null,              -- the same for the same contacts of the house, whole
  run integer not null, line integer not null,
  commune varchar                           -- code of INSEE, as coarse as the area; null where the address tells of none
);

create view personal.buyer as
select house, person, b[1] as buyer_ref, b[2] as last_name, b[3] as first_name, b[4] as email, b[5] as phone, b[6] as street,
  b[7] as postcode, b[8] as city, b[9] as country, cast(b[10] as smallint) as birth_year, run, line
from (select house, person, run, line, personal.opened(house, sealed) as b from personal.person);

-- What each run said of a buyer whose contacts changed; the person holds what was said last, so that a run can be undone.
-- Kept for changed buyers only: until then every run that named the buyer agreed with the person.
create table personal.person_statement (
  house smallint not null, person bigint not null, run integer not null, file integer not null,
  said timestamp not null,                  -- the buyer's latest movement in the file
  sealed blob not null                      -- see personal.buyer_statement
);

-- Null: nothing was said of it. The address is whole, or null.
create view personal.buyer_statement as
select house, person, run, file, said, b[1] as last_name, b[2] as first_name, b[3] as email, b[4] as phone,
  from_json(b[5], '{"street": "VARCHAR", "postcode": "VARCHAR", "city": "VARCHAR", "country": "VARCHAR"}') as address,
  cast(b[6] as smallint) as birth_year
from (select house, person, run, file, said, personal.opened(house, sealed) as b from personal.person_statement);

create table contact_column (                       -- which contacts of buyers a run's files had columns for
  house smallint not null, run integer not null, field varchar not null
);

create table personal.quarantine (
  house smallint not null, run integer not null, file integer not null, line bigint not null,
  code varchar not null, field varchar,
  sealed blob not null                      -- see personal.quarantine_row
);

create view personal.quarantine_row as
select house, run, file, line, code, field, b[1] as value, b[2] as raw
from (select house, run, file, line, code, field, personal.opened(house, sealed) as b from personal.quarantine);

-- Rows that wait to be mended, as counts only: what rooms may know of the quarantine without reading a person's row.
create view quarantine_waiting as
select house, run, count(distinct (file, line)) as waiting from personal.quarantine group by house, run;

create table personal.mended (                      -- rows of the quarantine that a later run brought back
  house smallint not null, run integer not null, file integer not null, line bigint not null, by_run integer not null
);

-- What people had put right of what files say of them (GDPR art. 16): what counts instead of which values, in the order of the list,
-- sealed. Owned by the register; a copy lies here so that every import follows it.
create table personal.correction (
  house smallint not null, person bigint not null, field varchar not null,
  sealed blob not null                      -- [what counts, what is replaced by it, ...]; empty stands for nothing
);

-- Buyers who objected to being counted in figures of people (GDPR art. 21); owned by the register.
create table figures_objection (house smallint not null, person bigint not null);

create table person_wish_taken (house smallint not null, edition bigint not null);   -- up to which change the two above are copied

create table code_word (                            -- what a source's codes of labels stand for
  house smallint not null, field varchar not null, code varchar not null, word varchar not null, run integer not null
);

-- Which buyers are one person and who lives together, as linking found them: keys only. A buyer who is not there stands for
-- themself alone.
create table same_person (
  house smallint not null, person bigint not null,
  one_person bigint not null,                       -- the least key of the buyers that are one person
  household bigint not null                         -- the least key of the buyers that live together
);

-- Who objected to being counted, under all of their keys.
create view uncounted_buyer as
select house, person from figures_objection
union select b.house, b.person from figures_objection o
  join same_person a on a.house = o.house and a.person = o.person
  join same_person b on b.house = a.house and b.one_person = a.one_person;

-- How alike some pairs of buyers are, in levels and bits, without what they were compared by.
create table match_pair (
  house smallint not null, one bigint not null, other bigint not null,          -- one below other
  weight double not null, names double not null, home double not null, email double not null, phone double not null,
  birth double not null, family double not null, levels varchar not null
);

create table linked (                               -- one row for each house whose buyers were linked
  house smallint not null, buyers integer not null, people integer not null, households integer not null,
  prior double not null, of varchar not null        -- of: a sum over buyers and decisions, so that it is known when to link anew
);

-- What was weighed when a house was last linked, so that only what changed is weighed again. Keys, and numbers that stand for values.
create table link_trace (
  house smallint not null, person bigint not null,  -- the first of buyers who agree in everything
  sign bigint not null                              -- by a secret of the house, over its values and the blocks it stands in
);
create table link_edge (                            -- pairs of these that may be one person
  house smallint not null, one bigint not null, other bigint not null,          -- one below other
  weight real not null
);
create table link_basis (house smallint not null, weights varchar not null);    -- which weights of the register it was weighed by

-- Written in the run's own transaction, with the report that the register keeps, so that a crash between the two is settled.
create table run_mark (run integer not null, house smallint not null, report varchar);
create table schema_edition (edition integer not null);
insert into schema_edition values (16);
-- 2: starts in statements, order_cube; 3: what runs said of buyers, references of productions; 4: personal columns are sealed; 5: contact keys;
-- 6: buyers linked; 7: corrections and objections; 8: departed identifiers; 9: descriptions, sources of what was said;
-- 10: things that are one under two identifiers; 11: identifiers in other registers, where venues lie;
-- 12: people under several spellings, shows on tour; 13: by what joined things go is kept;
-- 14: the cast of a date as a difference; 15: of what runs had spoken that were taken back;
-- 16: what was weighed when buyers were linked
